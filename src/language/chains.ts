import type {Span} from "../document/span.js"
import type {Words} from "../document/words.js"
import {standsOutside} from "./chains/agree.js"
import {findGroups} from "./chains/groups.js"
import {matchWording} from "./chains/match.js"
import {describeMentions, type Gender, type Mention} from "./chains/mention.js"
import {orderOfReading} from "./chains/order.js"
import {findQuotations, voicesOf} from "./chains/quotations.js"
import {impossible, type Scene, scoreNew, scorePair, weights} from "./chains/score.js"
import type {NounPhrase} from "./layers.js"
import type {NameRun} from "./names/run.js"
import type {MentionHead} from "./phrases.js"

/** What coreference looks at. */
export interface Mentions {
  readonly words: Words
  readonly heads: readonly MentionHead[]
  readonly phrases: readonly NounPhrase[]
  readonly names: readonly NameRun[]
}

/** How many mentions back an antecedent is looked for; names also farther, by their wording. */
const reach = 250

/** Chains of phrases that mean the same thing, in the order of their first mention. Single mentions are not chains. */
export function linkMentions(given: Mentions): Span[][] {
  const {words} = given
  const rows = new Set(given.heads.map(head => head.row))
  const single = describeMentions(words, given.heads, given.phrases, given.names).filter(mention => !standsOutside(words, mention, rows))
  const mentions = orderOfReading(words, [...single, ...findGroups(words, single, given.heads.length)])
  const quotations = findQuotations(words)
  const linker = new Linker({words, voices: voicesOf(words, quotations)}, speakersOf(single, quotations))
  for (const mention of mentions) linker.add(mention)
  return linker.chains()
}

/** Voice → the mention that names its speaker. */
function speakersOf(mentions: readonly Mention[], quotations: ReturnType<typeof findQuotations>): Map<number, Mention> {
  const byRow = new Map(mentions.map(mention => [mention.head.row, mention]))
  const speakers = new Map<number, Mention>()
  for (const {voice, speaker} of quotations) {
    const mention = byRow.get(speaker)
    if (mention && !speakers.has(voice)) speakers.set(voice, mention)
  }
  return speakers
}

interface Chain {
  readonly mentions: Mention[]
  /** What its first gendered mention suggests. */
  gender: Gender
  /** Its first few names of people, each wording once. */
  readonly people: Mention[]
}

/** So many wordings of a person's name are compared with the next name. */
const wordings = 8

/** Joins every mention, in text order, to the chain that it refers back to. */
class Linker {
  private readonly all: Chain[] = []
  private readonly recent: Mention[] = []
  private readonly chainOf = new Map<number, Chain>()
  /** Wording of a name → its chain. */
  private readonly named = new Map<string, Chain>()
  /** Quoted first persons that come before their speaker is named: voice → chain. */
  private readonly waiting = new Map<number, Chain>()
  /** Mention → the voices it speaks in. */
  private readonly voices = new Map<number, number[]>()

  constructor(
    private readonly scene: Scene,
    private readonly speakers: ReadonlyMap<number, Mention>,
  ) {
    for (const [voice, speaker] of speakers) this.voices.set(speaker.index, [...(this.voices.get(speaker.index) ?? []), voice])
  }

  add(mention: Mention): void {
    const chain = this.chainOfSpeaker(mention) ?? this.bestChain(mention) ?? this.open()
    chain.mentions.push(mention)
    chain.gender ??= mention.likelyGender
    if (isPerson(mention) && chain.people.length < wordings && chain.people.every(({key}) => key !== mention.key))
      chain.people.push(mention)
    this.chainOf.set(mention.index, chain)
    if (mention.form === "name" && mention.key !== "") this.named.set(`${mention.label} ${mention.key}`, chain)
    this.recent.push(mention)
    if (this.recent.length > reach) this.recent.shift()
    for (const voice of this.voices.get(mention.index) ?? []) this.joinWaiting(voice, chain)
  }

  chains(): Span[][] {
    return this.all
      .filter(chain => chain.mentions.length > 1)
      .map(chain => [...chain.mentions].sort((a, b) => a.head.row - b.head.row))
      .map(chain => chain.map(({phrase}) => ({start: phrase.start, end: phrase.end})))
      .sort((a, b) => a[0]!.start - b[0]!.start)
  }

  private open(): Chain {
    const chain: Chain = {mentions: [], gender: null, people: []}
    this.all.push(chain)
    return chain
  }

  /** "I" inside a quotation is its speaker. */
  private chainOfSpeaker(mention: Mention): Chain | null {
    if (mention.form !== "pronoun" || mention.person !== 1 || mention.number !== "sing") return null
    const voice = this.scene.voices[mention.head.row]!
    const speaker = this.speakers.get(voice)
    if (voice === 0 || !speaker) return null
    const known = this.chainOf.get(speaker.index) ?? this.waiting.get(voice)
    if (known) return known
    const chain = this.open()
    this.waiting.set(voice, chain)
    return chain
  }

  private joinWaiting(voice: number, chain: Chain): void {
    const waiting = this.waiting.get(voice)
    if (!waiting || waiting === chain) return
    for (const mention of waiting.mentions.splice(0)) {
      chain.mentions.push(mention)
      this.chainOf.set(mention.index, chain)
    }
    chain.mentions.sort((a, b) => a.head.row - b.head.row)
    this.waiting.delete(voice)
  }

  /** The chain whose members together speak most for the mention, if they say more than that it is new. */
  private bestChain(mention: Mention): Chain | null {
    const sums = new Map<Chain, number>()
    const barred = new Set<Chain>()
    for (const earlier of this.recent) {
      const chain = this.chainOf.get(earlier.index)!
      const score = scorePair(this.scene, earlier, mention)
      if (score === impossible) {
        if (earlier.form !== "group" && (earlier.form !== "pronoun" || mention.form === "pronoun")) barred.add(chain)
      } else sums.set(chain, (sums.get(chain) ?? 0) + Math.exp(score))
    }
    let best = mention.form === "name" ? (this.named.get(`${mention.label} ${mention.key}`) ?? null) : null
    let most = Math.exp(scoreNew(mention))
    for (const [chain, sum] of sums) {
      if (barred.has(chain)) continue
      const clash = chain.gender !== null && mention.likelyGender !== null && chain.gender !== mention.likelyGender
      const weight = sum * Math.exp((clash ? weights.genderClash : 0) + (isOther(chain, mention) ? weights.otherPerson : 0))
      if (weight <= most) continue
      most = weight
      best = chain
    }
    return best
  }
}

const isPerson = (mention: Mention): boolean => mention.form === "name" && mention.label === "PER" && mention.tokens.length > 0

/** Is it the name of a person in a chain of people who are all called otherwise? */
function isOther(chain: Chain, mention: Mention): boolean {
  return isPerson(mention) && chain.people.length > 0 && chain.people.every(person => matchWording(person, mention) === "clash")
}
