/** A text inside XML: the five marks escaped, characters that XML forbids left out. */
export function xmlText(text: string | number | null | undefined): string {
  return Array.from(String(text ?? ""), character => escapes[character] ?? (isAllowed(character.codePointAt(0)!) ? character : "")).join("")
}

const escapes: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}

function isAllowed(code: number): boolean {
  return code >= 0x20 ? code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code < 0xe000) : code === 9 || code === 10 || code === 13
}
