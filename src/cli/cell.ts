/** A cell for people: numbers short, text on one line. */
export function readableCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ""
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : String(Math.round(value * 100) / 100)
  return value.replace(/\s{1,100}/g, " ")
}
