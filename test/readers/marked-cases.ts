import {readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"

/** A marked place of a case: its label and what it covers. */
export interface Mark {
  readonly label: string
  readonly start: number
  readonly end: number
}

/** One case of a file in test/cases: a title, settings ("published: 2013-03-01"), the text without its marks, the marks, and the expected lines. */
export interface MarkedCase {
  readonly title: string
  readonly settings: ReadonlyMap<string, string>
  readonly text: string
  readonly marks: readonly Mark[]
  readonly expected: readonly string[]
}

const folder = join(import.meta.dirname, "..", "cases")

/** All cases of a topic, by file. Cases begin with "# title"; "==>" parts the text from what is expected. */
export function casesOf(topic: string): [string, MarkedCase[]][] {
  return readdirSync(join(folder, topic))
    .sort()
    .map(file => [file, parseCases(readFileSync(join(folder, topic, file), "utf8"))])
}

export function parseCases(text: string): MarkedCase[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map(part => {
      const [title, ...lines] = part.split("\n")
      const cut = lines.indexOf("==>")
      if (cut < 0) throw new Error(`The case "${title}" has no line "==>".`)
      const head = lines.slice(0, cut)
      const settings = new Map(head.filter(line => /^[a-z]{1,20}: /.test(line)).map(line => line.split(": ", 2) as [string, string]))
      const body = head
        .filter(line => !/^[a-z]{1,20}: /.test(line))
        .join("\n")
        .trim()
      return {title: title!, settings, ...withoutMarks(body), expected: lines.slice(cut + 1).filter(line => line.trim() !== "")}
    })
}

/** Takes "[t:words]" out of a text; ordinary brackets stay. */
function withoutMarks(body: string): {text: string; marks: Mark[]} {
  const marks: Mark[] = []
  let text = ""
  for (let at = 0; at < body.length; ) {
    const open = /^\[([a-z]\w{0,9}):([^\]]{1,200})\]/.exec(body.slice(at, at + 220))
    if (open) {
      marks.push({label: open[1]!, start: text.length, end: text.length + open[2]!.length})
      text += open[2]
      at += open[0].length
    } else text += body[at++]
  }
  return {text, marks}
}
