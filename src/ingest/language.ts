/** Words that English cannot do without and that few other languages write. */
const english = new Set(
  "the of and to in that is was for with as his on be at by had not are from this have has an which were they it he she their said will would after".split(
    " ",
  ),
)

/**
 * The language of a text as an ISO 639-1 code. English is recognised by its small words, cheaply; only what has too few of them goes to the detector.
 * A short text that shows nothing is taken for English.
 */
export async function identifyLanguage(text: string): Promise<string> {
  const sample = text.slice(0, 4_000)
  const words = sample.toLowerCase().match(/[\p{L}']{1,40}/gu) ?? []
  const known = words.filter(word => english.has(word)).length
  if (known >= words.length * 0.12 || (words.length < 8 && !isOtherScript(sample))) return "en"
  const {default: detector} = await import("eld/small")
  const guess = detector.detect(sample)
  if (guess.language === "en" || guess.language === "") return isOtherScript(sample) && guess.language ? guess.language : "en"
  return words.length >= 20 || isOtherScript(sample) || known === 0 ? sureOf(guess, words.length) : "en"
}

/** Names and headlines mislead the detector: a short text in Latin letters must be told from English by a clear margin. */
function sureOf(guess: {language: string; getScores(): Record<string, number>}, words: number): string {
  const scores = guess.getScores()
  const margin = (scores[guess.language] ?? 0) - (scores.en ?? 0)
  return margin > (words < 40 ? 0.15 : 0.05) ? guess.language : "en"
}

function isOtherScript(sample: string): boolean {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  return letters > 0 && latin < letters / 2
}
