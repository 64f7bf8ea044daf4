import type {Words} from "../../document/words.js"
import {canAgree} from "./agree.js"
import {matchWording} from "./match.js"
import type {Mention} from "./mention.js"
import {subjectAhead} from "./order.js"

/** What wording and grammar add to the network's score, in the same unit (natural logarithm of odds). */
export const weights = {
  sameName: 6,
  partOfName: 6.5,
  acronym: 3.5,
  headOfName: 2.2,
  clashOfNames: -3,
  clashOfPeople: -4,
  clashOfPlaces: -7,
  labelClash: -2.5,
  samePhrase: 4.5,
  sameHead: 3.5,
  otherHead: -0.8,
  indefinite: -3.5,
  sameVoice: 7.5,
  reflexiveSubject: 4,
  subject: 0.5,
  sentencesApart: -0.5,
  sentencesApartNominal: -0.1,
  typeClash: -0.5,
  bare: -3,
  definite: 0.5,
  singularThey: 0,
  nameForPerson: 2.8,
  samePronoun: 0.5,
  parallel: 1.0,
  clauseSubject: 0.6,
  ahead: 2,
  embedded: 0,
  possessor: 0,
  group: 1.5,
  groupOfNames: 4,
  genderClash: -3,
  otherPerson: -3,
  newPronoun: -0.5,
  newPersonal: -0.5,
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
  if (earlier.form === "group" || later.form === "group") return scoreGroup(earlier, later)
  const rules = later.form === "pronoun" || earlier.form === "pronoun" ? scorePronoun(scene, earlier, later) : scoreWording(earlier, later)
  return rules === impossible ? impossible : networkScore(earlier, later) + rules
}

/** What a chain must outweigh for the mention to join it. */
export function scoreNew(mention: Mention): number {
  const bias = mention.form === "pronoun" ? weights.newPronoun : mention.form === "name" ? weights.newName : weights.newNominal
  return mention.head.fresh + bias + (mention.form === "pronoun" && isPersonal(mention) ? weights.newPersonal : 0)
}

/** "They" can mean a group named before; a group only the same group. */
function scoreGroup(earlier: Mention, later: Mention): number {
  if (later.form === "group") return earlier.form === "group" && earlier.key === later.key ? weights.sameName : impossible
  if (later.form !== "pronoun" || later.number !== "plur") return impossible
  return (
    networkScore(earlier, later) +
    (earlier.label === null ? weights.group : weights.groupOfNames) +
    Math.min(later.sentence - earlier.sentence, 20) * weights.sentencesApart
  )
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
  if (later.number === "plur" && earlier.number === "sing") score += weights.singularThey
  if (isPersonal(later) && earlier.form === "name") score += weights.nameForPerson
  if (earlier.form === "pronoun" && earlier.gender === later.gender && earlier.number === later.number) score += weights.samePronoun
  return score + scoreRoles(words, earlier, later)
}

const isPersonal = (mention: Mention): boolean => mention.gender === "masc" || mention.gender === "fem"

/** Subjects are referred to more than others, and most by pronouns in the same role or clause. */
function scoreRoles(words: Words, earlier: Mention, later: Mention): number {
  const [a, b] = [earlier.head.row, later.head.row]
  const relation = words.deprel[a]!
  const isSubject = relation.startsWith("nsubj")
  let score = isSubject ? weights.subject : 0
  if (isSubject && words.deprel[b]!.startsWith("nsubj")) score += weights.parallel
  if (later.reflexive && isSubject && words.head[a] === words.head[b]) score += weights.reflexiveSubject
  if (isSubject && earlier.sentence === later.sentence && governs(words, words.head[a]!, b)) score += weights.clauseSubject
  if (a > b && subjectAhead(words, b) === a) score += weights.ahead
  if (relation === "nmod:poss") score += weights.possessor
  if (relation === "nmod" || relation === "compound" || relation === "flat") score += weights.embedded
  return score
}

/** Does `row` hang on `head`, at most six steps below it? */
function governs(words: Words, head: number, row: number): boolean {
  let at = row
  for (let step = 0; step < 6 && at >= 0; step++) {
    at = words.head[at]!
    if (at === head) return head >= 0
  }
  return false
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
  return score + types + (match === "clash" ? scoreClash(earlier, later) : weights.otherHead)
}

/** Different names of places are different places; people and bodies have more than one name. */
function scoreClash(earlier: Mention, later: Mention): number {
  const isPlace = (mention: Mention) => mention.label === "GPE" || mention.label === "LOC"
  if (isPlace(earlier) && isPlace(later)) return weights.clashOfPlaces
  return earlier.label === "PER" && later.label === "PER" ? weights.clashOfPeople : weights.clashOfNames
}

const names = (a: Mention, b: Mention): boolean => a.form === "name" && b.form === "name"

function scoreArticle(later: Mention): number {
  if (later.form !== "nominal") return 0
  if (later.article === "indefinite") return weights.indefinite
  return later.article === "none" ? weights.bare : weights.definite
}
