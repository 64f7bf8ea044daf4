import type {Words} from "../../document/words.js"
import {canAgree} from "./agree.js"
import {matchWording} from "./match.js"
import type {Mention} from "./mention.js"

/** What wording and grammar add to the network's score, in the same unit (natural logarithm of odds). */
export const weights = {
  sameName: 4,
  partOfName: 3.5,
  acronym: 3.5,
  headOfName: 0.5,
  clashOfNames: -4,
  labelClash: -2.5,
  samePhrase: 1.5,
  sameHead: 0.7,
  otherHead: -0.5,
  indefinite: -1,
  sameVoice: 3,
  reflexiveSubject: 4,
  subject: 0.3,
  sentencesApart: -0.08,
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
  if (later.reflexive && words.head[earlier.head.row] === words.head[later.head.row] && relation.startsWith("nsubj"))
    score += weights.reflexiveSubject
  return score
}

function scoreWording(earlier: Mention, later: Mention): number {
  const score = later.article === "indefinite" ? weights.indefinite : 0
  const match = matchWording(earlier, later)
  const names = earlier.form === "name" && later.form === "name"
  const clash = names && earlier.label !== later.label && earlier.label !== null && later.label !== null ? weights.labelClash : 0
  if (match === "same") return score + clash + (names ? weights.sameName : weights.samePhrase)
  if (match === "part") return score + clash + weights.partOfName
  if (match === "acronym") return score + weights.acronym
  if (match === "head") return score + clash + (names ? weights.headOfName : weights.sameHead)
  return score + (match === "clash" ? weights.clashOfNames : weights.otherHead)
}
