/** Letters that Unicode does not take apart into a base letter and a mark. */
const whole: Readonly<Record<string, string>> = {ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ħ: "h"}
const ascii = /^[\x20-\x7e]{0,400}$/

/** A name without case, accents and special letters, for comparing: "Erdoğan" → "erdogan". */
export function foldName(name: string): string {
  const lower = name.toLowerCase()
  if (ascii.test(lower)) return lower
  return lower
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łøđðıßæœþħ]/g, letter => whole[letter]!)
}
