import type {Words} from "../../document/words.js"
import type {Lemmas} from "../lemmas.js"
import type {NameRun} from "./run.js"

/** Classes whose words UD English tags as proper. */
const proper = new Set(["PER", "ORG", "GPE", "LOC", "FAC", "EVENT"])
const tags: Readonly<Record<string, string>> = {NN: "NNP", NNS: "NNPS", JJ: "NNP"}

/** Gives the capitalised words of names the tags of proper nouns where the tagger saw common ones; adjectives stay adjectives. */
export function tagNames(words: Words, names: readonly NameRun[], lemmas: Lemmas): void {
  for (const name of names) {
    if (!proper.has(name.label)) continue
    for (let row = name.first; row < name.last; row++) {
      const xpos = tags[words.xpos[row]!]
      if (!xpos || !/^\p{Lu}/u.test(words.form(row))) continue
      words.xpos[row] = xpos
      if (words.upos[row] === "NOUN") words.upos[row] = "PROPN"
      words.lemma[row] = lemmas.of(words.form(row), xpos)
    }
  }
}
