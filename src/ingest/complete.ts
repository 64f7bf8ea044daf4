import {createHash} from "node:crypto"
import type {Published, Source} from "../document/document.js"
import {Problem} from "../problem.js"
import type {Note} from "../record/note.js"
import type {AskedPair} from "../record/pair.js"
import {publishedInDateline} from "./dateline.js"
import type {Input} from "./input.js"
import type {Article, Failure} from "./item.js"
import {identifyLanguage} from "./language.js"
import {limits} from "./limits.js"
import {publishedInAddress} from "./published.js"

/** What a format found out about one article. Everything but the text may be missing. */
export interface Raw {
  readonly text: string
  readonly id?: string | null
  readonly origin?: string | null
  readonly title?: string | null
  readonly publisher?: string | null
  readonly author?: string | null
  /** The language the sender named; when missing it is recognised from the text. */
  readonly language?: string | null
  readonly published?: Published | null
  readonly pairs?: readonly AskedPair[]
  readonly notes?: readonly Note[]
}

/** Makes an article of what a format found, or says why it cannot be read. The text stays as it is, but for broken characters. */
export async function completeArticle(raw: Raw, input: Input, at: string): Promise<Article | Failure> {
  const {text, notes} = repairText(raw)
  const id = raw.id ?? idOf(text)
  const problem = objectionTo(text)
  if (problem) return {id: raw.id ?? at, problem, at}
  const origin = raw.origin ?? input.origin
  const given = raw.published?.basis === "given" ? raw.published : input.published
  const published = given ?? raw.published ?? publishedInAddress(origin) ?? publishedInDateline(text)
  const source: Source = {
    id,
    text,
    origin,
    title: emptyAsNull(raw.title),
    publisher: emptyAsNull(raw.publisher),
    author: emptyAsNull(raw.author),
    language:
      raw.language && !/^en\b/i.test(raw.language) ? await identifyLanguage(text) : (raw.language ?? (await identifyLanguage(text))),
    ...(published ? {published} : {}),
  }
  return {source, pairs: raw.pairs ?? [], notes, at}
}

/** The problem of an input that gives no article, under the name of the place. */
export function failAt(at: string, error: unknown, id = at): Failure {
  if (error instanceof Problem) return {id, problem: error, at}
  const words = error instanceof Error ? error.message : String(error)
  if (typeof (error as NodeJS.ErrnoException | null)?.syscall === "string")
    return {id, problem: new Problem("path", `It cannot be read: ${words}.`, {cause: error}), at}
  return {id, problem: new Problem("crash", `An unforeseen error: ${words}`, {cause: error}), at}
}

/** The first sixteen digits of the text's sha256: the same text has the same name everywhere. */
function idOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 16)
}

/** Half characters (lone surrogates) would hash like U+FFFD and break every file they are written to. */
function repairText(raw: Raw): {text: string; notes: readonly Note[]} {
  const notes = raw.notes ?? []
  if (raw.text.isWellFormed()) return {text: raw.text, notes}
  const note: Note = {
    start: 0,
    end: 0,
    about: "The text held half characters (lone surrogates); each was replaced by U+FFFD.",
    stage: "ingest",
  }
  return {text: raw.text.toWellFormed(), notes: [...notes, note]}
}

function objectionTo(text: string): Problem | null {
  if (!/\S/.test(text)) return new Problem("empty", "There is no text in it.")
  if (Buffer.byteLength(text, "utf8") > limits.textBytes)
    return new Problem("size", `The text is longer than ${limits.textBytes} bytes. Split it into articles.`)
  const nul = text.indexOf("\0")
  return nul >= 0 ? new Problem("control", `The text holds a NUL character at ${nul}: it is not a text, or was damaged on its way.`) : null
}

function emptyAsNull(value: string | null | undefined): string | null {
  const trimmed = value?.trim()
  return trimmed ? trimmed : null
}
