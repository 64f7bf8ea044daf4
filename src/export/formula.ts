/**
 * Puts an apostrophe before a text that a spreadsheet would run as a formula: one that begins with = + - @, a tab or a carriage return,
 * in their full-width forms too. Plain negative numbers are left alone.
 */
export function guardFormula(text: string): string {
  if (!/^[=+\-@\t\r＝＋－＠]/.test(text)) return text
  return /^[+-]\d{1,20}(?:\.\d{1,20})?$/.test(text) ? text : `'${text}`
}
