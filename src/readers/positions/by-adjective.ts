import {auxiliariesOf, caseOf, childBy, childrenBy, isNegated} from "../../language/clause.js"
import {aimOf} from "./aim.js"
import type {Context} from "./context.js"
import {type Draft, makeDraft} from "./stance.js"
import {type Leaning, positionTables} from "./tables.js"

/** "is critical of the plan", "lawmakers opposed to it", "was not happy with Lee". */
export function fromAdjective(row: number, context: Context): Draft[] {
  const {words} = context
  const form = words.form(row).toLowerCase()
  const entry = positionTables().adjectives.get(form)
  if (!entry || auxiliariesOf(words, row).some(aux => /^(?:would|could|might|may|should)$/.test(aux))) return []
  if (childrenBy(words, row, "mark").some(mark => /^(?:if|whether|unless)$/i.test(words.form(mark)))) return []
  const about = childrenBy(words, row, "obl", "nmod").find(child => child > row && entry.prepositions.includes(caseOf(words, child)))
  const holder = about === undefined ? null : context.actorAt(holderRow(row, context))
  const negated = isNegated(words, row)
  if (about === undefined || !holder || (negated && entry.polarity === "against")) return []
  const aim = aimOf(about, context)
  if (words.upos[about] === "PRON" && !aim.target) return []
  const leaning: Leaning = negated ? {polarity: "against", strength: "weak"} : entry
  return makeDraft(
    {
      holder,
      aim,
      leaning,
      rule: `data/positions/adjectives.tsv: ${form}${negated ? ", negated" : ""}`,
      cue: {start: words.start[row]!, end: words.end[row]!},
      confidence: 0.65,
    },
    context,
  )
}

/** The subject of the adjective, or the noun it stands behind; "who" means that noun. */
function holderRow(row: number, {words}: Context): number {
  const subject = childBy(words, row, "nsubj", "nsubj:pass")
  const head = words.head[row]!
  if (subject >= 0) return /^(?:who|which|that)$/i.test(words.form(subject)) && words.deprel[row] === "acl:relcl" ? head : subject
  if (/^(?:amod|acl)$/.test(words.deprel[row]!)) return head
  if (words.deprel[row] === "xcomp" && /^(?:remain|seem|appear|feel|grow|become|sound|look|stay)$/.test(words.lemma[head]!))
    return childBy(words, head, "nsubj")
  return -1
}
