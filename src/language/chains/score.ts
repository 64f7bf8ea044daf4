import type {Words} from "../../document/words.js"
import {canAgree} from "./agree.js"
import {matchWording} from "./match.js"
import type {Mention} from "./mention.js"

/** What wording and grammar add to the network's score, in the same unit (natural logarithm of odds). */
export const weights = {
  sameName: 6,
  partOfName: 5.5,
  acronym: 3.5,
  headOfName: 1.5,
  clashOfNames: -4,
  labelClash: -2.5,
  samePhrase: 4,
  sameHead: 3.5,
  otherHead: -0.8,
  indefinite: -2.5,
  sameVoice: 6.5,
  reflexiveSubject: 4,
  subject: 0.9,
  sentencesApart: -0.5,
  sentencesApartNominal: -0.1,
  typeClash: -0.5,
  bare: -0.8,
  definite: 0.1,
  singularThey: 0,
  newPronoun: -0.5,
  newNominal: 0,
  newName: 0,
}

/** What decides about a pair besides the two mentions. */
export interface Scene {
  readonly words: Words
  /** For every row who speaks it; 0 is the writer. */
  readonly voices: Int32Array
}

export const impossible = Number.NEGATIVE_INFINITY

/** How well `later` refers back to `earlier`, above what the network needs to call it new; `impossible` when grammar forbids it. */
export function scorePair(scene: Scene, earlier: Mention, later: Mention): number {
  if (!canAgree(scene.words, earlier, later)) return impossible
  const rules = later.form === "pronoun" || earlier.form === "pronoun" ? scorePronoun(scene, earlier, later) : scoreWording(earlier, later)
  return rules === impossible ? impossible : networkScore(earlier, later) + rules
}

/** What a chain must outweigh for the mention to join it. */
export function scoreNew(mention: Mention): number {
  const bias = mention.form === "pronoun" ? weights.newPronoun : mention.form === "name" ? weights.newName : weights.newNominal
  return mention.head.fresh + bias
}

function networkScore(earlier: Mention, later: Mention): number {
  const query = later.head.query
  const key = earlier.head.key
  let sum = 0
  for (let i = 0; i < query.length; i++) sum += query[i]! * key[i]!
  return sum / 8
}

function scorePronoun(scene: Scene, earlier: Mention, later: Mention): number {
  const {words, voices} = scene
  let score = Math.min(later.sentence - earlier.sentence, 20) * weights.sentencesApart
  if (later.person !== 3) {
    if (voices[later.head.row] !== voices[earlier.head.row]) return impossible
    return earlier.lemma === later.lemma ? score + weights.sameVoice : score
  }
  const relation = words.deprel[earlier.head.row]!
  if (relation.startsWith("nsubj")) score += weights.subject
  if (later.number === "plur" && earlier.number === "sing") score += weights.singularThey
  if (later.reflexive && words.head[earlier.head.row] === words.head[later.head.row] && relation.startsWith("nsubj"))
    score += weights.reflexiveSubject
  return score
}

function scoreWording(earlier: Mention, later: Mention): number {
  const score =
    scoreArticle(later) + (names(earlier, later) ? 0 : Math.min(later.sentence - earlier.sentence, 30) * weights.sentencesApartNominal)
  const match = matchWording(earlier, later)
  const named = names(earlier, later)
  const clash = named && earlier.label !== later.label && earlier.label !== null && later.label !== null ? weights.labelClash : 0
  if (match === "same") return score + clash + (named ? weights.sameName : weights.samePhrase)
  if (match === "part") return score + clash + weights.partOfName
  if (match === "acronym") return score + weights.acronym
  if (match === "head") return score + clash + (named ? weights.headOfName : weights.sameHead)
  const types = earlier.head.type !== later.head.type ? weights.typeClash : 0
  return score + types + (match === "clash" ? weights.clashOfNames : weights.otherHead)
}

const names = (a: Mention, b: Mention): boolean => a.form === "name" && b.form === "name"

function scoreArticle(later: Mention): number {
  if (later.form !== "nominal") return 0
  if (later.article === "indefinite") return weights.indefinite
  return later.article === "none" ? weights.bare : weights.definite
}
