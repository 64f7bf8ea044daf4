import type {Cut} from "./explain.js"
import {readTable, splitCell} from "./lexicon/table.js"
import type {TraceStep} from "./record/all.js"

/** A step of a trace as a sentence. */
export function sayStep(step: TraceStep, cut: Cut): string {
  const words = step.span ? `“${cut(step.span)}”` : ""
  const verb = verbRule(step.rule)
  if (verb) return `${words}: the verb “${verb.lemma}”${sayFrame(verb.frame)} is ${step.gave} (data/events/verbs.tsv)`
  const noun = step.rule.match(/^data\/events\/nouns\.tsv: (.{1,80})$/)
  if (noun) return `${words}: the noun “${noun[1]}” is ${step.gave} (data/events/nouns.tsv)`
  const outer = outerRule(step.rule)
  if (outer)
    return `${words}: “${outer.operator}” (${outer.kind}) over “${outer.inner}” (${outer.type}) makes ${step.gave} (data/events/operators.tsv)`
  const opinion = opinionOf(step.rule)
  if (opinion)
    return `${words}: the network sees ${opinion.code} there with ${percent(opinion.probability)}, and no act with ${percent(opinion.none)}`
  const said = step.rule.replace(/^status: data\/events\/operators\.tsv: (.{1,60}) \((.{1,20})\)(, negated)?$/, "status: below “$1” ($2)$3")
  return `${words ? `${words}: ` : ""}${said} → ${step.gave}`
}

/** The row of verbs.tsv that a rule names; null when it names none. */
export function verbRule(rule: string): {lemma: string; frame: string} | null {
  const found = rule.match(/^data\/events\/verbs\.tsv: ([^(]{1,60}?)(?: \((.{1,120})\))?$/)
  return found ? {lemma: found[1]!.trim(), frame: found[2] ?? ""} : null
}

/** The operator and the act below it that a rule names. */
export function outerRule(rule: string): {operator: string; kind: string; type: string; inner: string} | null {
  const found = rule.match(/^data\/events\/operators\.tsv: (.{1,60}) \((.{1,20})\) over ([A-Z]{1,20}) “(.{1,80})”$/)
  return found ? {operator: found[1]!, kind: found[2]!, type: found[3]!, inner: found[4]!} : null
}

/** The network's opinion that a rule quotes; shares between 0 and 1. */
export function opinionOf(rule: string): {code: string; type: string; probability: number; none: number} | null {
  const found = rule.match(/^network: ([\w/-]{1,40}) (\d\.\d{1,4}), no act (\d\.\d{1,4})$/)
  return found ? {code: found[1]!, type: found[1]!.split("/")[0]!, probability: Number(found[2]), none: Number(found[3])} : null
}

/** A frame of verbs.tsv in words: "obj=aid -prep=for" → " with an object such as … and without “for”". */
export function sayFrame(frame: string): string {
  const parts = frame.match(/-?(?:obj|subj|prep|prt|xcomp|ccomp)(?:=[^=]{1,40}(?= -?(?:obj|subj|prep|prt|xcomp|ccomp)\b|$))?/g) ?? []
  const said = parts.map(part => sayCondition(part.trim()))
  return said.length === 0 ? "" : ` ${said.join(" and ")}`
}

function sayCondition(part: string): string {
  const without = part.startsWith("-")
  const [slot = "", value = ""] = part.replace("-", "").split("=")
  const start = without ? "without" : "with"
  if (slot === "obj") return value ? `${start} an object such as ${membersOf(value)}` : `${start} an object`
  if (slot === "subj") return `${start} a subject such as ${membersOf(value)}`
  if (slot === "prep") return `${start} a phrase of “${value}”`
  if (slot === "prt") return `${start} the particle “${value}”`
  return slot === "xcomp" ? `${start} an infinitive` : `${start} a clause of “that”`
}

/** The first words of a class of classes.tsv, or the word itself. */
function membersOf(name: string): string {
  const row = readTable("events/classes.tsv").find(candidate => candidate.class === name)
  const members = row ? splitCell(row.lemmas) : [name]
  return `${members
    .slice(0, 3)
    .map(word => `“${word}”`)
    .join(", ")}${members.length > 3 ? ` … (class ${name})` : ""}`
}

/** A share as a whole percentage. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`
