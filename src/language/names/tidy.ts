import type {Words} from "../../document/words.js"
import {wordSets} from "../word-sets.js"
import {atlas} from "./atlas.js"
import type {ScoredName} from "./run.js"

/** Brings the network's names of one sentence, rows [first, last), to the edges that news names have. */
export function tidyNames(
  words: Words,
  found: readonly ScoredName[],
  sentence: {readonly first: number; readonly last: number},
): ScoredName[] {
  const whole = found.map(name => widenToState(words, name, sentence))
  return dropOverlaps(whole.map(name => trimName(words, name)).filter(name => name.last > name.first && isName(words, name)))
}

/** "States" is the United States where the word before says so. */
function widenToState(words: Words, name: ScoredName, sentence: {readonly first: number; readonly last: number}): ScoredName {
  for (let row = Math.max(sentence.first, name.first - 4); row < name.last; row++) {
    for (const form of atlas().long.get(words.form(row).toLowerCase()) ?? []) {
      const last = row + form.length
      const wider = last <= sentence.last && last >= name.last && row <= name.first && form.length > name.last - name.first
      if (wider && form.every((word, place) => words.form(row + place).toLowerCase() === word)) return {...name, first: row, last}
    }
  }
  return name
}

function trimName(words: Words, name: ScoredName): ScoredName {
  let {first, last} = name
  while (first < last && isEdge(words, first)) first++
  const loose = strict.has(name.label) && hasCapital(words, first, last)
  while (
    last > first &&
    (isEdge(words, last - 1) || words.xpos[last - 1] === "POS" || (loose && last > first + 1 && isTail(words, last - 1)))
  )
    last--
  while (name.label === "PER" && last > first + 1 && isTitle(words, first)) first++
  while (loose && narrow.has(name.label) && last > first + 1 && isPlain(words, first)) first++
  return first === name.first && last === name.last ? name : relabel(words, {...name, first, last})
}

/** Classes whose names do not end in common nouns: "Iraqi government" names Iraq's people, not a body. */
const strict = new Set(["PER", "ORG", "GPE", "LOC", "FAC", "NORP"])
const narrow = new Set(["PER", "ORG", "NORP"])

/** What is left of "Iraqi government" is a people. */
function relabel(words: Words, name: ScoredName): ScoredName {
  const key = keyOf(words, name)
  if (name.label === "ORG" && atlas().peoples.has(key) && !atlas().states.has(key)) return {...name, label: "NORP"}
  if (name.label === "ORG" && atlas().states.has(key)) return {...name, label: "GPE"}
  return name
}

/** Lower-case words of a name, one space apart, without article and possessive ending. */
export function keyOf(words: Words, name: {readonly first: number; readonly last: number}): string {
  const forms: string[] = []
  for (let row = name.first; row < name.last; row++) {
    if (row === name.first && words.form(row).toLowerCase() === "the") continue
    if (words.xpos[row] !== "POS") forms.push(words.form(row).toLowerCase())
  }
  return forms.join(" ")
}

/** Weekdays, currencies, single letters and bare titles are not names. */
function isName(words: Words, name: ScoredName): boolean {
  if (name.label === "DATE" || name.label === "MONEY") return true
  const single = name.last - name.first === 1
  if (single && words.upos[name.first] === "PRON") return false
  const form = words.form(name.first)
  if (
    single &&
    (wordSets().calendar.has(form.toLowerCase()) ||
      (/^(?:\p{Lu}|[A-Z]{2,3}\$?\d{0,12}[.,\d]{0,12}|[A-Z]{1,3}\$)$/u.test(form) && isMoney(words, name)))
  )
    return false
  if (name.label === "PER" && everyRow(name, row => isTitle(words, row))) return false
  return !(narrow.has(name.label) && everyRow(name, row => isCommonNoun(words, row)))
}

/** "USD160", "US$" before an amount, a letter alone. */
function isMoney(words: Words, name: ScoredName): boolean {
  const form = words.form(name.first)
  return form.length === 1 || /[\d$]$/.test(form)
}

function everyRow(name: ScoredName, holds: (row: number) => boolean): boolean {
  for (let row = name.first; row < name.last; row++) if (!holds(row)) return false
  return true
}

function hasCapital(words: Words, first: number, last: number): boolean {
  for (let row = first; row < last; row++) if (/^\p{Lu}/u.test(words.form(row))) return true
  return false
}

const isEdge = (words: Words, row: number): boolean => words.upos[row] === "PUNCT" && !/^[\p{L}\p{N}.]/u.test(words.form(row))

const isTitle = (words: Words, row: number): boolean => wordSets().titles.has(words.form(row).toLowerCase().replace(/\.$/, ""))

const isCommonNoun = (words: Words, row: number): boolean =>
  /^[a-z]/.test(words.form(row)) && (words.xpos[row] === "NN" || words.xpos[row] === "NNS")

/** "government" in "Iraqi government", "led" in "Saudi-led". */
const isTail = (words: Words, row: number): boolean =>
  isCommonNoun(words, row) || (/^[a-z]/.test(words.form(row)) && words.form(row - 1) === "-" && words.upos[row] === "VERB")

/** A lower-case word that begins no name, unlike "de", "bin" or "al-". */
const isPlain = (words: Words, row: number): boolean =>
  /^[a-z]/.test(words.form(row)) && ["ADJ", "NOUN", "DET", "ADV", "NUM"].includes(words.upos[row]!)

function dropOverlaps(names: readonly ScoredName[]): ScoredName[] {
  const kept: ScoredName[] = []
  for (const name of names) {
    const last = kept.at(-1)
    if (!last || last.last <= name.first) kept.push(name)
    else if (name.last - name.first > last.last - last.first) kept[kept.length - 1] = name
  }
  return kept
}
