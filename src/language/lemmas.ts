import {readTable} from "../lexicon/table.js"
import {meantBy} from "./misspelt.js"

/** `lemmas.json`: exact forms per XPOS, then suffix rules `[suffix, letters to strip, what to add]`, longest first. */
export interface LemmaTable {
  /** XPOS whose forms keep their capitals. */
  readonly cased: readonly string[]
  readonly exact: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly suffix: Readonly<Record<string, readonly (readonly [string, number, string])[]>>
}

interface Rules {
  readonly cased: boolean
  readonly exact: ReadonlyMap<string, string>
  /** Suffix → [letters to strip, what to add]. */
  readonly endings: ReadonlyMap<string, readonly [number, string]>
  readonly longest: number
}

const cacheLimit = 30_000
/** The tag of addresses, whose capitals count. */
const address = "ADD"

/** Gives the lemma of a form with its XPOS: "said" VBD → say. Curly apostrophes become straight. */
export class Lemmas {
  private readonly rules = new Map<string, Rules>()
  private readonly known = new Map<string, string>()

  constructor(
    table: LemmaTable,
    /** Is it a common word? Decides between spellings that the rules leave open: smell, not smel. */
    private readonly isWord: (form: string) => boolean = () => false,
    /** "VBD fled" → flee: what the rules of no table tell; comes first. */
    private readonly listed: ReadonlyMap<string, string> = new Map(),
  ) {
    for (const xpos of new Set([...Object.keys(table.exact), ...Object.keys(table.suffix)])) {
      const endings = new Map((table.suffix[xpos] ?? []).map(([suffix, strip, add]) => [suffix, [strip, add] as const]))
      const longest = Math.max(0, ...[...endings.keys()].map(suffix => suffix.length))
      this.rules.set(xpos, {cased: table.cased.includes(xpos), exact: new Map(Object.entries(table.exact[xpos] ?? {})), endings, longest})
    }
  }

  of(form: string, xpos: string): string {
    if (form.length > 60) return form
    const key = `${xpos} ${form}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const lemma = this.find(form, xpos)
    if (this.known.size >= cacheLimit) this.known.clear()
    this.known.set(key, lemma)
    return lemma
  }

  private find(form: string, xpos: string): string {
    const rules = this.rules.get(xpos)
    const key = (rules?.cased || xpos === address ? form : form.toLowerCase()).replaceAll("’", "'")
    const listed = this.listed.get(`${xpos} ${key}`)
    if (listed !== undefined) return listed
    if (!rules) return key
    if (xpos === "NN" && /^\p{L}$/u.test(form)) return form
    const exact = rules.exact.get(key) ?? rules.exact.get(key.toLowerCase())
    if (exact !== undefined) return exact
    const meant = meantBy(key.toLowerCase(), this.isWord)
    if (meant !== null) return this.find(meant, xpos)
    if (rules.cased && isShouted(key) && this.isWord(key.toLowerCase())) return key[0] + key.slice(1).toLowerCase()
    if (xpos === "NN" && isPlural(key, this.isWord)) return this.find(key, "NNS")
    const common = xpos === "NNPS" ? this.find(key, "NNS") : null
    if (common && this.isWord(common)) return key[0] + common.slice(1)
    for (let length = Math.min(rules.longest, key.length); length >= 0; length--) {
      const rule = rules.endings.get(key.slice(key.length - length))
      if (rule && key.length > rule[0]) return this.respell(key, xpos, key.slice(0, key.length - rule[0]) + rule[1])
    }
    return key
  }

  /** The rules' lemma, unless it is no common word and another way to take the ending off gives one. */
  private respell(form: string, xpos: string, lemma: string): string {
    if (lemma === form) return lemma
    for (const [tag, ending] of endings) {
      if (tag !== xpos || !form.endsWith(ending)) continue
      const stem = form.slice(0, form.length - ending.length)
      if (/ed|ing/.test(ending) && lostItsE(stem)) return `${stem}e`
      if (this.isWord(lemma)) return lemma
      const candidates = [stem, stem + "e", stem.slice(0, -1) + "y", stem.slice(0, -1)]
      const found = candidates.find((candidate, place) => candidate.length > 2 && isSpelling(stem, place) && this.isWord(candidate))
      if (found) return found
    }
    return lemma
  }
}

/** Capitals throughout, and too long for initials: TEHRAN. */
const isShouted = (form: string): boolean => form.length >= 6 && /^[A-Z]+$/.test(form)

/** "communications", tagged as one thing: the nouns in -s that are singular stand in the list. */
function isPlural(form: string, isWord: (form: string) => boolean): boolean {
  if (form.length < 5 || !/[^suix]s$/.test(form) || form.endsWith("ics")) return false
  return isWord(form.slice(0, -1)) || (form.endsWith("ies") && isWord(`${form.slice(0, -3)}y`))
}

/** Would English have doubled the last letter, or written the stem otherwise, had its verb no -e? tim(ed), hassl(ed), forc(ing), argu(ed). */
function lostItsE(stem: string): boolean {
  if (/^[^aeiou]{1,3}[aeiou][bdfgklmnprstvz]$/.test(stem)) return true
  return /[aeiouy]/.test(stem.slice(0, -2)) && /[bcdfgkpstz]l$|dg$|[vcu]$/.test(stem)
}

/** Regular endings by Penn tag. */
const endings: readonly (readonly [string, string])[] = [
  ["VBG", "ing"],
  ["VBD", "ed"],
  ["VBN", "ed"],
  ["NNS", "es"],
  ["NNS", "s"],
  ["VBZ", "es"],
  ["VBZ", "s"],
]

/** "carri" may be carry, "stopp" may be stop; other stems keep their last letter. */
function isSpelling(stem: string, place: number): boolean {
  if (place < 2) return true
  return place === 2 ? stem.endsWith("i") : stem.at(-1) === stem.at(-2)
}

/** The lemmas of `data/language/lemmas.tsv` by tag and form. */
export function listedLemmas(): ReadonlyMap<string, string> {
  return new Map(readTable("language/lemmas.tsv").map(row => [`${row.tag} ${row.form}`, row.lemma!]))
}
