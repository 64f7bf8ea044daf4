import type {Parsed} from "./petrarch.js"

/** A word or a synonym set (`&NAME`) that a pattern asks for. */
export interface PatternToken {
  readonly word: string
  /** The words of a set, each as its parts; null for a plain word. */
  readonly set: readonly (readonly string[])[] | null
}

/** What must stand before and after the verb, in order, and the code it then has. */
export interface VerbPattern {
  readonly before: readonly PatternToken[]
  readonly after: readonly PatternToken[]
  readonly code: string
}

/** A block of a verb dictionary: verbs with their forms, a default code and patterns. Codes are CAMEO's, two joined by ":" where the target acts back; "---" is none. */
export interface PetrarchVerb {
  /** Forms in lower case, several words with spaces ("break down"). */
  readonly forms: readonly string[]
  readonly code: string
  readonly patterns: readonly VerbPattern[]
}

/**
 * Reads a `.verbs` dictionary of PETRARCH, in its first format (`- * FOR_ASYLUM [174]`) or in that of 2.0 (`- * (FOR {PEACE TALKS}) [036]`): brackets group
 * words and add nothing here; `+ $ % ^` name slots that the tree fills. Synonym sets begin with `&` and may hold others.
 */
export function parsePetrarchVerbs(text: string): Parsed<PetrarchVerb> {
  const reader = new VerbReader()
  text.split(/\r?\n/).forEach((raw, index) => {
    reader.take(raw, index + 1)
  })
  return {rows: reader.blocks.filter(block => block.forms.length > 0), unread: reader.unread}
}

class VerbReader {
  readonly blocks: {forms: string[]; code: string; patterns: VerbPattern[]}[] = []
  readonly unread: string[] = []
  private readonly sets = new Map<string, string[][]>()
  private openSet: string[][] | null = null
  private inComment = false

  take(raw: string, number: number): void {
    if (raw.includes("<!--")) this.inComment = true
    const hidden = this.inComment
    if (raw.includes("-->")) this.inComment = false
    const cut = raw.indexOf("#")
    const line = (cut < 0 ? raw : raw.slice(0, cut)).trim()
    if (hidden || line === "") return
    if (line.startsWith("&")) this.openSet = this.begin(line)
    else if (line.startsWith("---")) this.startBlock(line, number)
    else if (line.startsWith("+") && this.openSet) this.openSet.push(...this.members(line.slice(1)))
    else if (/^-?\s{0,9}[^-].{0,300}\*/.test(line) || line.startsWith("- ")) this.takePattern(line, number)
    else if (!this.takeForms(line)) this.unread.push(`line ${number}: ${line.slice(0, 60)}`)
  }

  private begin(line: string): string[][] {
    const members: string[][] = []
    this.sets.set(nameOfSet(line), members)
    return members
  }

  private startBlock(line: string, number: number): void {
    this.openSet = null
    const code = codeIn(line)
    if (code === null) this.unread.push(`line ${number}: ${line.slice(0, 60)}`)
    else this.blocks.push({forms: [], code, patterns: []})
  }

  private members(text: string): string[][] {
    const plain = text.replace(/[(){}]/g, " ").trim()
    if (plain.startsWith("&")) return this.sets.get(nameOfSet(plain)) ?? []
    return [wordsIn(plain)]
  }

  private takeForms(line: string): boolean {
    const block = this.blocks[this.blocks.length - 1]
    if (!block) return false
    this.openSet = null
    const [head = "", rest = ""] = line.split("{", 2)
    const code = codeIn(head)
    const base = formOf(withoutCode(head))
    const more = rest
      .split("}", 1)[0]!
      .split(/\s{1,9}/)
      .filter(part => part !== "")
      .map(formOf)
    block.forms.push(...[base, ...more].filter(form => form !== ""))
    return base !== "" || code !== null
  }

  private takePattern(line: string, number: number): void {
    const block = this.blocks[this.blocks.length - 1]
    const code = codeIn(line)
    const [before, after] = withoutCode(line.replace(/^-?\s{0,9}/, "")).split("*", 2)
    if (!block || code === null || before === undefined || after === undefined) {
      this.unread.push(`line ${number}: ${line.slice(0, 60)}`)
      return
    }
    block.patterns.push({before: this.tokens(before), after: this.tokens(after), code})
  }

  private tokens(text: string): PatternToken[] {
    return text
      .split(/[\s_(){}]{1,20}/)
      .filter(part => part !== "" && !/^[+$%^,.]{1,3}$/.test(part))
      .map(part =>
        part.startsWith("&")
          ? {word: part, set: this.sets.get(nameOfSet(part)) ?? []}
          : {word: part.replace(/[^\p{L}\p{N}'-]/gu, "").toLowerCase(), set: null},
      )
      .filter(token => token.word !== "")
  }
}

function nameOfSet(text: string): string {
  return text.trim().split(/\s/)[0]!.replace(/_$/, "").toUpperCase()
}

/** "[043:042]": the first code is what the source does, the second what the target does back. */
function codeIn(line: string): string | null {
  const found = /\[\s{0,9}([0-9A-Za-z+-]{2,8}(?::[0-9A-Za-z+-]{2,8})?)\s{0,9}\]/.exec(line)
  return found ? found[1]! : null
}

/** The line before its code: what follows the bracket is not read. */
function withoutCode(line: string): string {
  const cut = line.indexOf("[")
  return cut < 0 ? line : line.slice(0, cut)
}

function formOf(text: string): string {
  return text.replace(/[+]/g, "").replaceAll("_", " ").trim().toLowerCase()
}

function wordsIn(text: string): string[] {
  return text
    .replaceAll("_", " ")
    .trim()
    .toLowerCase()
    .split(/\s{1,9}/)
}
