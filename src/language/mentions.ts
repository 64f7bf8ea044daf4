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
  const found: {row: number; type: string}[] = []
  for (let row = place.first; row < place.last; row++) {
    const marked = largestAt(answers.mention!, (row - place.offset) * mentions.length, mentions.length)
    const type = marked > 0 ? mentions[marked] : certain.get(row)
    if (type !== undefined) found.push({row, type})
  }
  return takeVectors(answers, found, place.offset)
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

/** Copies the vectors of the heads out of the window's, which is then free to go; one block of memory for all. */
function takeVectors(answers: Answers, found: readonly {row: number; type: string}[], offset: number): MentionHead[] {
  const width = answers.coref_q!.length / answers.coref_new!.length
  const block = new Float32Array(2 * width * found.length)
  return found.map(({row, type}, place) => {
    const at = (row - offset) * width
    const query = block.subarray(2 * place * width, (2 * place + 1) * width)
    const key = block.subarray((2 * place + 1) * width, (2 * place + 2) * width)
    query.set(answers.coref_q!.subarray(at, at + width))
    key.set(answers.coref_k!.subarray(at, at + width))
    return {row, type, query, key, fresh: answers.coref_new![row - offset]!}
  })
}
