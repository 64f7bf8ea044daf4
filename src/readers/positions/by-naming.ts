import {agentOf, childBy} from "../../language/clause.js"
import {aimOf} from "./aim.js"
import type {Context} from "./context.js"
import {judged} from "./judged.js"
import {type Draft, isFact, makeDraft} from "./stance.js"

/** "called it a farce", "described the vote as illegal": the object, in the words of its subject. */
export function fromNaming(row: number, context: Context): Draft[] {
  const {words} = context
  if (!/^(?:call|label|brand|denounce|describe|condemn|dismiss|deem|consider|declare)$/.test(words.lemma[row]!) || !isFact(words, row))
    return []
  const object = childBy(words, row, "obj")
  const said = words.childrenOf(row).find(child => child > object && /^(?:xcomp|obl|advcl)$/.test(words.deprel[child]!))
  const found = object >= 0 && said !== undefined ? judged(said, context) : null
  const aim = found ? aimOf(object, context) : null
  if (!found || !aim || (words.upos[object] === "PRON" && !aim.target)) return []
  return makeDraft(
    {
      holder: context.actorAt(agentOf(words, row)),
      aim,
      leaning: found.entry,
      rule: `data/positions/evaluations.tsv: ${found.word}`,
      cue: {start: words.start[row]!, end: words.end[said!]!},
      confidence: 0.7,
    },
    context,
  )
}
