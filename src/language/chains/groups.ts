import type {Words} from "../../document/words.js"
import type {Mention} from "./mention.js"

/**
 * Mentions of several together, "Ana Zola and Ben Okello", made from mentions that are conjoined; only a plural pronoun or the
 * same words refer back to them. Numbered from `next` on.
 */
export function findGroups(words: Words, mentions: readonly Mention[], next: number): Mention[] {
  const byRow = new Map(mentions.map(mention => [mention.head.row, mention]))
  const groups: Mention[] = []
  for (const mention of mentions) {
    if (!isActor(mention)) continue
    const parts = words
      .childrenOf(mention.head.row)
      .filter(child => words.deprel[child] === "conj")
      .map(child => byRow.get(child))
    const last = parts.at(-1)
    if (last && parts.every(part => part && isActor(part))) groups.push(makeGroup(words, {mention, last, index: next + groups.length}))
  }
  return groups
}

const isActor = (mention: Mention): boolean =>
  (mention.form === "name" || mention.form === "nominal") && ["person", "organization", "place"].includes(mention.head.type)

function makeGroup(words: Words, given: {mention: Mention; last: Mention; index: number}): Mention {
  const {mention, last, index} = given
  const phrase = {...mention.phrase, end: Math.max(mention.phrase.end, last.phrase.end)}
  const isNamed = mention.form === "name" && last.form === "name"
  const key = words.text.slice(phrase.start, Math.min(phrase.end, phrase.start + 200)).toLowerCase()
  return {
    ...mention,
    index,
    phrase,
    last: last.last,
    form: "group",
    number: "plur",
    gender: null,
    likelyGender: null,
    key,
    tokens: [],
    label: isNamed ? mention.label : null,
  }
}
