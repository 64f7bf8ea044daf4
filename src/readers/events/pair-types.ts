import type {Words} from "../../document/words.js"
import {readTable} from "../../lexicon/table.js"
import type {Pair} from "../../record/all.js"
import {codesOf} from "./ontology.js"
import {isOfClass} from "./senses.js"
import {readStanding} from "./status.js"
import {eventTables} from "./tables.js"

interface Rule {
  readonly type: string
  readonly mode: string
  readonly when: string
  readonly to: string
  readonly toMode: string | null
  readonly cameo: string
}

let loaded: readonly Rule[] | null = null

function rules(): readonly Rule[] {
  loaded ??= readTable("events/pair-types.tsv").map(row => ({
    type: row.type!,
    mode: row.mode ?? "",
    when: row.when ?? "",
    to: row.to!,
    toMode: row["to-mode"] || null,
    cameo: row.cameo!,
  }))
  return loaded
}

/** The answer in the types of the CAMEO conversion table, where these differ from the manual's: "agreed to release" is AGREE there, CONCEDE in the manual. */
export function byConversionTable(answer: Pair, row: number, words: Words): Pair {
  const rule = rules().find(
    ({type, mode, when}) => type === answer.type && (mode === "" || mode === answer.mode) && holds(when, {answer, row, words}),
  )
  if (!rule) return answer
  const span = {start: words.start[row]!, end: words.end[row]!}
  const step = {rule: `data/events/pair-types.tsv: CAMEO ${rule.cameo}; the manual has ${answer.type}`, span, gave: rule.to}
  return {
    ...answer,
    type: rule.to,
    mode: rule.toMode,
    quad: codesOf(rule.to, rule.toMode).quad,
    status: "actual",
    trace: [step, ...answer.trace],
  }
}

function holds(when: string, {answer, row, words}: {answer: Pair; row: number; words: Words}): boolean {
  if (when === "") return true
  if (when === "negated") return answer.status === "negated"
  if (when === "announced") return answer.status !== "negated" && isAnnounced(words, row, answer.type!)
  return isOfClass(words, [row], when.slice("own=".length))
}

/** Said to be coming, promised, agreed or planned. */
function isAnnounced(words: Words, row: number, type: string): boolean {
  if (isPromise(words, row)) return true
  const {status, operator} = readStanding(words, row, {type, light: -1})
  return status === "future" || (operator !== null && isPromise(words, operator.row))
}

function isPromise(words: Words, row: number): boolean {
  const kind = eventTables().operators.get(words.lemma[row]!.toLowerCase())
  return kind === "promise" || kind === "plan" || isOfClass(words, [row], "willing")
}
