/** One name list of a PETRARCH or TABARI actor dictionary: names that share codes, each code with the days between which it holds. */
export interface PetrarchActor {
  readonly names: readonly string[]
  readonly codes: readonly PetrarchCode[]
}

/** A code and the days, ISO, between which it holds; empty ends are open. */
export interface PetrarchCode {
  readonly code: string
  readonly from: string
  readonly to: string
}

/** One row of an agent dictionary: "POLICE [~COP]". `before` when the code stands before the country's: "[NGO~]". */
export interface PetrarchAgent {
  readonly names: readonly string[]
  readonly code: string
  readonly before: boolean
}

/** What was read, and the lines that nobody could make sense of, each as "line 12: …". */
export interface Parsed<T> {
  readonly rows: readonly T[]
  readonly unread: readonly string[]
}

/** Two-digit years from this one on belong to the twentieth century. */
const pivot = 30

/**
 * Reads a `.actors` dictionary in the format of TABARI and PETRARCH (PETRARCH manual, 2014): `NAME_ [CODE]`, `+SYNONYM`, and date-restricted codes on lines of
 * their own, as in `[USAGOV >010120]` and `[AFGELI 320101-331108]`.
 */
export function parsePetrarchActors(text: string): Parsed<PetrarchActor> {
  const rows: {names: string[]; codes: PetrarchCode[]}[] = []
  const unread: string[] = []
  for (const {line, number} of meaningfulLines(text)) {
    const codes = codesIn(line)
    const name = nameIn(line.replace(/^\+/, ""))
    const last = rows[rows.length - 1]
    if (name && line.startsWith("+") && last) last.names.push(name)
    else if (name) rows.push({names: [name], codes})
    else if (last && codes.length > 0) last.codes.push(...codes)
    else unread.push(`line ${number}: ${line.slice(0, 60)}`)
    if (name && line.startsWith("+") && last) last.codes.push(...codes)
  }
  return {rows, unread}
}

/** Reads an `.agents` dictionary: `POLICE {} [~COP]`, plurals in braces (regular when left out, none when empty), `!SYNSET! = A, B` sets. */
export function parsePetrarchAgents(text: string): Parsed<PetrarchAgent> {
  const rows: PetrarchAgent[] = []
  const unread: string[] = []
  const sets = new Map<string, string[]>()
  for (const {line, number} of meaningfulLines(text)) {
    const set = /^!(\w{1,40})!\s{0,9}=(.{1,2000})$/.exec(line)
    const code = /\[\s{0,9}(~?)\s{0,9}([A-Z]{3,30})\s{0,9}(~?)\s{0,9}\]/.exec(line)
    const name = nameIn(line)
    if (set)
      sets.set(
        set[1]!,
        set[2]!
          .split(",")
          .map(word => word.trim())
          .filter(word => word !== ""),
      )
    else if (code && name)
      rows.push({names: expandSets(name, sets).flatMap(one => withPlural(one, line)), code: code[2]!, before: code[3] === "~"})
    else unread.push(`line ${number}: ${line.slice(0, 60)}`)
  }
  return {rows, unread}
}

/** Lines without comments (`#`, `<!-- … -->`) and blank ends; empty ones are left out. */
function meaningfulLines(text: string): {line: string; number: number}[] {
  const found: {line: string; number: number}[] = []
  let inComment = false
  text.split(/\r?\n/).forEach((raw, index) => {
    const opens = raw.includes("<!--")
    if (opens) inComment = true
    const hidden = inComment
    if (raw.includes("-->")) inComment = false
    const cut = raw.indexOf("#")
    const line = (cut < 0 ? raw : raw.slice(0, cut)).trim()
    if (!hidden && line !== "") found.push({line, number: index + 1})
  })
  return found
}

function nameIn(line: string): string {
  const end = line.search(/[[{;]/)
  return (end < 0 ? line : line.slice(0, end)).replaceAll("_", " ").trim()
}

function codesIn(line: string): PetrarchCode[] {
  return Array.from(line.matchAll(/\[([^[\]]{1,80})\]/g), match => {
    const [code = "", when = ""] = match[1]!.trim().split(/\s{1,9}/, 2)
    return {code: code.toUpperCase(), ...daysIn(when)}
  })
}

/** ">010120", "<20090120", "320101-331108". */
function daysIn(when: string): {from: string; to: string} {
  if (when.startsWith(">")) return {from: dayIn(when.slice(1)), to: ""}
  if (when.startsWith("<")) return {from: "", to: dayIn(when.slice(1))}
  const [from = "", to = ""] = when.split("-")
  return {from: dayIn(from), to: dayIn(to)}
}

function dayIn(digits: string): string {
  const full = /^\d{6}$/.test(digits) ? `${Number(digits.slice(0, 2)) >= pivot ? "19" : "20"}${digits}` : digits
  return /^\d{8}$/.test(full) ? `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}` : ""
}

function expandSets(name: string, sets: ReadonlyMap<string, readonly string[]>): string[] {
  const found = /!(\w{1,40})!/.exec(name)
  if (!found) return [name]
  return (sets.get(found[1]!) ?? [""]).map(word => name.replace(found[0], word))
}

function withPlural(name: string, line: string): string[] {
  const braces = /\{([^{}]{0,80})\}/.exec(line)
  if (braces) return braces[1]!.trim() === "" ? [name] : [name, braces[1]!.replaceAll("_", " ").trim()]
  return [name, name.endsWith("Y") ? `${name.slice(0, -1)}IES` : `${name}S`]
}
