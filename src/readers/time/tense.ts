import type {Words} from "../../document/words.js"
import {readTable} from "../../lexicon/table.js"
import {gaps, type Tokens, tokenKinds} from "../../lexicon/tokens.js"
import type {Tense} from "./sense.js"

let loaded: ReadonlyMap<string, string> | null = null
let loadedTerms: ReadonlySet<string> | null = null

/** Verbs that set a term: "extended until", "banned until". */
function terms(): ReadonlySet<string> {
  loadedTerms ??= new Set([...tenseWords()].filter(([, tense]) => tense === "term").map(([word]) => word))
  return loadedTerms
}

function tenseWords(): ReadonlyMap<string, string> {
  loaded ??= new Map(readTable("time/tense.tsv").map(row => [row.word!, row.tense!]))
  return loaded
}

/** On which side of the publication date does the clause around these token rows lie? Tags decide where there are any, else the words. */
export function tenseAround(tokens: Tokens, rows: {readonly first: number; readonly last: number}, words: Words | null): Tense {
  const bounded = tenseOfBound(tokens, rows.first)
  if (bounded) return bounded
  const beside = tenseBeside(tokens, rows.first, words)
  if (beside) return beside
  const tagged = words && words.length > 0 ? taggedTense(words, words.indexAt(tokens.start[rows.first]!)) : null
  if (tagged) return tagged
  return scanBack(tokens, rows.first) ?? scanOn(tokens, rows.last)
}

const short = /^(?:in|on|at|for|by|early|late|earlier|last|this)$/

/** "as early as Tuesday", "as soon as May": what may come at the earliest lies ahead. "postponed until Tuesday": so does a term that was set. */
function tenseOfBound(tokens: Tokens, row: number): Tense {
  const before = tokens.lower(row - 1)
  if (before === "as" && /^(?:early|soon|late)$/.test(tokens.lower(row - 2)) && tokens.lower(row - 3) === "as")
    return openVerbBefore(tokens, row - 4) ? "future" : null
  return /^(?:until|till)$/.test(before) && termBefore(tokens, row - 2) ? "future" : null
}

/** May a verb with "could", "may", "might", "will", "be" stand in the few words before? */
function openVerbBefore(tokens: Tokens, row: number): boolean {
  for (let at = row; at > Math.max(-1, row - 10) && !endsSentence(tokens, at); at--)
    if (/^(?:could|may|might|can|will|would|expected|likely|ready)$/.test(tokens.lower(at)) && tokens.lower(at + 1) !== "have") return true
  return false
}

function termBefore(tokens: Tokens, row: number): boolean {
  for (let at = row; at > Math.max(-1, row - 8) && !endsSentence(tokens, at); at--)
    if (tenseWords().get(tokens.lower(at)) === "future" || terms().has(tokens.lower(at))) return true
  return false
}

/** A verb directly before the time, or parted from it by short words, decides: "said in April it would …", "planned for this Sunday". */
function tenseBeside(tokens: Tokens, row: number, words: Words | null): Tense {
  let at = row - 1
  while (at > row - 3 && short.test(tokens.lower(at))) at--
  const tense = at >= 0 && tokens.gap(at + 1) < gaps.paragraph ? tenseOfToken(tokens, at) : null
  if (tense === "past" && words && words.length > 0 && isPresentPassive(words, words.indexAt(tokens.start[at]!))) return null
  return tense === "present" ? null : tense
}

/** "when the case is heard in May": a participle under "is" or "are" tells no past. */
const isPresentPassive = (words: Words, row: number): boolean =>
  words.childrenOf(row).some(child => words.deprel[child] === "aux:pass" && hasFeature(words, child, "Tense=Pres"))

/** Climbs from the time word to the verb it hangs on. */
function taggedTense(words: Words, row: number): Tense {
  let at = row
  for (let climbs = 0; climbs < 8 && at >= 0 && at < words.length; climbs++) {
    if (words.upos[at] === "VERB" || words.upos[at] === "AUX") return tenseOfVerb(words, at)
    const copula = words.childrenOf(at).find(child => words.deprel[child] === "cop")
    if (copula !== undefined && climbs > 0) return tenseOfVerb(words, at)
    at = words.head[at]!
  }
  return null
}

function tenseOfVerb(words: Words, row: number): Tense {
  if (tenseWords().get(words.form(row).toLowerCase()) === "future" && words.upos[row] === "VERB") return "future"
  if (schedules(words, row)) return "future"
  const helpers = words.childrenOf(row).filter(child => words.upos[child] === "AUX")
  const lemmas = helpers.map(child => (words.lemma[child] || words.form(child)).toLowerCase())
  if (lemmas.some(lemma => lemma === "will" || lemma === "shall" || lemma === "'ll" || lemma === "would")) return "future"
  if (
    lemmas.includes("have") ||
    [...helpers, row].some(at => hasFeature(words, at, "Tense=Past") && !hasFeature(words, at, "VerbForm=Part"))
  )
    return "past"
  if (hasFeature(words, row, "VerbForm=Inf")) return tenseOfInfinitive(words, row)
  if (helpers.length === 0 && hasFeature(words, row, "VerbForm=Part") && hasFeature(words, row, "Tense=Past")) return "past"
  return hasFeature(words, row, "Tense=Pres") || helpers.some(at => hasFeature(words, at, "Tense=Pres")) ? "present" : null
}

/** "planned a rally on Saturday", "called an election for May": what is planned lies ahead, whenever it was planned. */
const schedules = (words: Words, row: number): boolean =>
  /^(?:plan|schedule)$/.test(words.lemma[row] ?? "") &&
  words.upos[row] === "VERB" &&
  words.childrenOf(row).some(child => words.deprel[child] === "obj")

/** "plans to meet", "expected to arrive": ahead. Other infinitives follow the verb above. */
function tenseOfInfinitive(words: Words, row: number): Tense {
  const marked = words.childrenOf(row).some(child => words.form(child).toLowerCase() === "to")
  const above = words.head[row]!
  if (!marked || above < 0) return null
  if (/^(?:plan|future|intent)$/.test(tenseWords().get(words.form(above).toLowerCase()) ?? "")) return "future"
  return words.upos[above] === "VERB" ? tenseOfVerb(words, above) : null
}

const hasFeature = (words: Words, row: number, feature: string): boolean => `|${words.feats[row]}|`.includes(`|${feature}|`)

const reach = 14

/** The nearest telling word before, within the sentence. */
function scanBack(tokens: Tokens, row: number): Tense {
  for (let at = row - 1; at >= Math.max(0, row - reach); at--) {
    if (tokens.gap(at + 1) === gaps.paragraph || endsSentence(tokens, at)) return null
    const tense = tenseOfToken(tokens, at)
    if (tense) return tense
  }
  return null
}

function scanOn(tokens: Tokens, row: number): Tense {
  for (let at = row; at < Math.min(tokens.length, row + reach); at++) {
    if (tokens.gap(at) === gaps.paragraph || endsSentence(tokens, at)) return null
    const tense = tenseOfToken(tokens, at)
    if (tense) return tense
  }
  return null
}

/** A full stop that ends a sentence, a question or exclamation mark, a semicolon. */
export function endsSentence(tokens: Tokens, row: number): boolean {
  const form = tokens.form(row)
  if (form === ";" || form === "?" || form === "!") return true
  return form === "." && tokens.gap(row + 1) !== gaps.none && tokens.isCapital(row + 1) && tokens.form(row - 1).length > 2
}

function tenseOfToken(tokens: Tokens, row: number): Tense {
  if (tokens.kind(row) !== tokenKinds.word) return null
  const word = tokens.lower(row)
  if (tokens.lower(row - 1) === "be") return null
  if (/^(?:is|are)$/.test(tokens.lower(row - 1)) && !tenseWords().has(word) && /ed$/.test(word)) return "present"
  if (tokens.form(row - 1).match(/^['’]$/) && tokens.touches(row)) return word === "ll" ? "future" : null
  const said = tenseWords().get(word)
  if (said === "intent" || said === "term") return /ed$/.test(word) ? "past" : null
  if (said === "plan") return plansAhead(tokens, row) ? "future" : /ed$/.test(word) ? "past" : null
  if (said === "past" && (word === "have" || word === "been") && /^(?:will|would|to|could|may|might)$/.test(tokens.lower(row - 1)))
    return null
  if (said === "present" && /^(?:is|are)$/.test(word) && tokens.lower(row + 1) === "to") return "future"
  if (said) return said as Tense
  return /^[a-z]{2,20}ed$/.test(word) && !/eed$/.test(word) ? "past" : null
}

/** "expected to", "due on", "scheduled for", "planned a rally". */
const plansAhead = (tokens: Tokens, row: number): boolean =>
  tokens.lower(row + 1) === "to" ||
  (tokens.lower(row) === "planned" && /^(?:a|an|another|more|further|new)$/.test(tokens.lower(row + 1))) ||
  (/^(?:due|set|planned|expected)$/.test(tokens.lower(row)) && /^(?:for|on|in|by)$/.test(tokens.lower(row + 1)))
