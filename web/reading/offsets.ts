/** Turns places counted in code points, as records have them, into UTF-16 indexes of the same text. */
export function unitsOf(text: string): (codePoint: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return place => Math.min(place, text.length)
  const starts: number[] = []
  for (let index = 0; index < text.length; index += text.codePointAt(index)! > 0xffff ? 2 : 1) starts.push(index)
  return place => starts[place] ?? text.length
}
