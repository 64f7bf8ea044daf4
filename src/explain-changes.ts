import type {Cut} from "./explain.js"
import {opinionOf, outerRule, percent, sayFrame, verbRule} from "./explain-words.js"
import {readTable} from "./lexicon/table.js"
import {calibrate} from "./readers/events/calibrate.js"
import {leastConfidence} from "./readers/events/filter.js"
import {outvotes} from "./readers/events/trigger.js"
import type {Event, TraceStep} from "./record/all.js"

const mostRows = 3

/** What the table or the network would have said had the other not been stronger, and the rows of the same verb whose conditions do not hold. */
export function explainRejected(event: Event): string[] {
  const row = event.trace.map(step => verbRule(step.rule)).find(found => found !== null)
  const rows = row
    ? otherRows(row).map(other => `row “${other.lemma}”${sayFrame(other.frame)} → ${codeOf(other)}: its conditions do not hold`)
    : []
  return [...event.trace.flatMap(step => dissent(event, step)), ...rows.slice(0, mostRows)]
}

/** Single changes that would have given another code or status, words before thresholds. */
export function changesOf(event: Event, cut: Cut): string[] {
  const byWords = event.trace.flatMap(step => [...withoutOperator(step, cut), ...withoutStatus(step, {event, cut}), ...notAnnounced(step)])
  const row = event.trace.map(step => verbRule(step.rule)).find(found => found !== null)
  const byFrame = row
    ? otherRows(row)
        .slice(0, mostRows)
        .map(other => `“${row.lemma}”${sayFrame(other.frame) || " with none of these"} would be ${codeOf(other)}`)
    : []
  return [...byWords, ...byFrame, ...byNetwork(event), byConfidence(event)]
}

interface VerbRow {
  readonly lemma: string
  readonly frame: string
  readonly type: string
  readonly mode: string
}

const codeOf = ({type, mode}: {type: string; mode: string | null}): string => (mode ? `${type}/${mode}` : type)

/** Rows of the same verb that give another code, those with fewest conditions first. */
function otherRows({lemma, frame}: {lemma: string; frame: string}): VerbRow[] {
  const rows = readTable("events/verbs.tsv")
    .filter(row => row.lemma === lemma)
    .map(row => ({lemma, frame: row.frame ?? "", type: row.type ?? "", mode: row.mode ?? ""}))
  const taken = rows.find(row => row.frame === frame)
  const others = rows.filter(row => row !== taken && (!taken || codeOf(row) !== codeOf(taken)))
  return others.sort((a, b) => a.frame.split(" ").length - b.frame.split(" ").length)
}

/** "refused to negotiate": without the operator the act below it remains. */
function withoutOperator({rule, span}: TraceStep, cut: Cut): string[] {
  const outer = outerRule(rule)
  return outer ? [`without “${cut(span) || outer.operator}” it would be ${outer.type} (“${outer.inner}”)`] : []
}

/** A status is undone by leaving out the word that gave it. */
function withoutStatus({rule, span, gave}: TraceStep, {event, cut}: {event: Event; cut: Cut}): string[] {
  if (!rule.startsWith("status: ")) return []
  const what = rule.slice("status: ".length)
  const at = cut(span)
  const trigger = cut(event.trigger)
  if (what.startsWith("no word makes it unreal"))
    return [`a negation of “${trigger}” would make it negated, “would” before it or “if” above it hypothetical`]
  if (what.startsWith("told in the present")) return ["told in the past, or of a day gone by, it would be actual"]
  if (what.startsWith("more than a year")) return ["dated less than a year before publication it would be actual"]
  if (gave === "actual") return what.endsWith(", negated") ? [`without the negation of “${at}” it would not be actual`] : []
  if (what.startsWith("network, "))
    return [
      `the network alone made it ${gave}: at 75 % or less (it is ${percent(Number(what.slice("network, ".length)))} sure) it would be actual`,
    ]
  if (what.startsWith("negated")) return [`without the negation of “${at}” it would be actual`]
  if (what === "purpose clause") return ["told as done, not as a purpose, it would be actual"]
  if (what === "headline infinitive") return [`with a finite verb in place of “to ${trigger}” it would be actual`]
  const quoted = what.split("“")[1]?.split("”")[0]
  return [`without “${what.startsWith("data/") ? at : (quoted ?? at)}” it would be actual`]
}

function notAnnounced({rule}: TraceStep): string[] {
  const found = rule.match(/^PLOVER: announced ([A-Z]{1,20}) is [A-Z]{1,20}$/)
  return found ? [`told as done, without “will”, it would be ${found[1]}`] : []
}

/** The row outvoted by the network, or the network's dissent outvoted by the row. */
function dissent(event: Event, {rule}: TraceStep): string[] {
  const opinion = opinionOf(rule)
  const row = event.trace.find(step => step.rule.startsWith("data/events/") && !step.rule.includes(" over "))
  if (!opinion || !row || !opinionDiffers(opinion.type, row.gave)) return []
  return [
    `the network’s ${opinion.code} (${percent(opinion.probability)}): the row decides until the network is ${percent(limitOf(row.rule))} sure`,
  ]
}

function byNetwork(event: Event): string[] {
  const opinion = event.trace.map(step => opinionOf(step.rule)).find(found => found !== null)
  const lost = event.trace.find(step => step.rule.startsWith("not taken: "))
  const row = event.trace.find(step => step.rule.startsWith("data/events/") && !step.rule.includes(" over "))
  if (!opinion) return []
  if (lost) {
    const [rule = "", code = ""] = lost.rule.slice("not taken: ".length).split(" → ")
    return [
      `were the network less than ${percent(limitOf(rule))} sure of ${opinion.type} (it is ${percent(opinion.probability)}), it would be ${code}`,
    ]
  }
  if (!row || !opinionDiffers(opinion.type, row.gave)) return []
  return [
    `were the network ${percent(limitOf(row.rule))} sure of ${opinion.type} (it is ${percent(opinion.probability)}), it would be ${opinion.code}`,
  ]
}

const opinionDiffers = (type: string, gave: string): boolean => gave.split("/")[0] !== type

/** How sure the network must be to outvote a row: surer where the row asks for certain words. */
function limitOf(rule: string): number {
  return (verbRule(rule)?.frame ?? "").includes("=") ? outvotes.specific : outvotes.general
}

function byConfidence({confidence, source, target}: Event): string {
  const least = calibrate(source.length + target.length > 0 ? leastConfidence.named : leastConfidence.nobody)
  return `below ${percent(least)} confidence (it is ${percent(confidence)}) nothing would have been put out`
}
