import {isWordAt} from "./characters.js"
import {spellings} from "./spellings.js"

const link = /(?:[a-z]{3,6}:\/\/|www\.)[^\s<>"“”«»\0]{1,4000}/iy
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}/y
const dotted = /[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/y
const rest = /\/[\w/.?=&%#~+-]{0,2000}/y
const trailing = ".,;:!?'\"’”»*_-"

/**
 * The end of the web address, e-mail address, host or file name that starts at `at`; −1 when none does.
 * Looks at most a few thousand characters ahead. Marks that end the sentence stay outside.
 */
export function endOfAddress(text: string, at: number, chunkEnd: number): number {
  const first = text.charCodeAt(at)
  if (first > 127) return -1
  const found = matchAt(link, text, at) ?? matchAt(mail, text, at) ?? matchHost(text, at)
  if (!found) return -1
  return trimAddress(text, at, Math.min(at + found.length, chunkEnd))
}

function matchHost(text: string, at: number): string | null {
  const name = matchAt(dotted, text, at)
  if (!name || isWordAt(text, at + name.length)) return null
  const labels = name.split(".")
  const last = labels.at(-1)!
  if (!/[a-z]/i.test(labels[0]!) && !/[a-z]/i.test(last)) return null
  if (spellings().domains.has(last.toLowerCase()) && looksLikeHost(labels)) return name + (matchAt(rest, text, at + name.length) ?? "")
  return labels.length > 2 && labels.every(label => label.length > 1 && label === label.toLowerCase()) ? name : null
}

/** "small.in" or "aid.At" are two words whose space is missing; "un.org" and "Report.DOC" are names. */
function looksLikeHost(labels: readonly string[]): boolean {
  const last = labels.at(-1)!
  if (last !== last.toLowerCase() && last !== last.toUpperCase()) return false
  return last.length > 2 || labels.length > 2 || !/^(?:in|is|it|at|us|me|be|no|so|my|we|he|do|as|to)$/.test(last)
}

function trimAddress(text: string, start: number, end: number): number {
  while (end > start + 1 && (trailing.includes(text[end - 1]!) || isUnmatchedBracket(text, start, end))) end--
  return end
}

function isUnmatchedBracket(text: string, start: number, end: number): boolean {
  const mark = text[end - 1]
  if (mark !== ")" && mark !== "]") return false
  return end - start > 500 || !text.slice(start, end).includes(mark === ")" ? "(" : "[")
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}
