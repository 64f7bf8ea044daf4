import type {Words} from "../document/words.js"
import type {Labels} from "./labels.js"
import type {Answers} from "./model.js"
import {headOfName, nounBefore} from "./names/head.js"
import type {NameRun} from "./names/run.js"
import type {MentionHead} from "./phrases.js"
import {largestAt} from "./tags.js"

interface Place {
  readonly first: number
  readonly last: number
  readonly offset: number
  readonly labels: Labels
}

const typesOfNames: Readonly<Record<string, string>> = {
  PER: "person",
  ORG: "organization",
  GPE: "place",
  LOC: "place",
  FAC: "place",
  EVENT: "event",
}

/**
 * The words of a sentence that head mentions: those the network marks, personal pronouns, heads of names, and the noun that a
 * name stands in apposition to.
 */
export function readHeads(words: Words, answers: Answers, names: readonly NameRun[], place: Place): MentionHead[] {
  const certain = certainHeads(words, names, place)
  const {mentions} = place.labels
  const heads: MentionHead[] = []
  for (let row = place.first; row < place.last; row++) {
    const type = largestAt(answers.mention!, (row - place.offset) * mentions.length, mentions.length)
    const known = certain.get(row)
    if (type > 0) heads.push(takeHead(answers, row, {offset: place.offset, type: mentions[type]!}))
    else if (known !== undefined) heads.push(takeHead(answers, row, {offset: place.offset, type: known}))
  }
  return heads
}

/** Row → type of the mentions that names and pronouns prove. */
function certainHeads(words: Words, names: readonly NameRun[], place: Place): Map<number, string> {
  const found = new Map<number, string>()
  for (let row = place.first; row < place.last; row++) {
    const personal = words.xpos[row] === "PRP" || words.xpos[row] === "PRP$"
    if (personal && words.deprel[row] !== "expl") found.set(row, words.feats[row]!.includes("Gender=Neut") ? "object" : "person")
  }
  for (const name of names) {
    const type = typesOfNames[name.label]
    if (!type) continue
    const head = headOfName(words, name)
    found.set(head, type)
    const noun = nounBefore(words, name)
    if (noun >= 0 && words.deprel[head] === "appos") found.set(noun, type)
  }
  return found
}

function takeHead(answers: Answers, row: number, {offset, type}: {offset: number; type: string}): MentionHead {
  const at = row - offset
  const width = answers.coref_q!.length / answers.coref_new!.length
  const cut = (values: Float32Array) => values.slice(at * width, (at + 1) * width)
  return {row, type, query: cut(answers.coref_q!), key: cut(answers.coref_k!), fresh: answers.coref_new![at]!}
}
