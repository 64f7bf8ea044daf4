import {assembleReading, type ExtraLayer, hashText} from "./assemble.js"
import {describeCoder} from "./coder.js"
import {Document, type Published, type Source} from "./document/document.js"
import {analyse, type Language, loadLanguage} from "./language/analyse.js"
import {readOpinions} from "./language/pair-network.js"
import {noUserTables, type UserTables, userTables} from "./lexicon/user-tables.js"
import {runStages} from "./pipeline.js"
import {asked} from "./record/layers.js"
import type {Note} from "./record/note.js"
import type {AskedPair} from "./record/pair.js"
import type {Reading} from "./record/reading.js"
import {stages} from "./stages.js"

/** How an article is read. Everything has a default: English, no dictionaries of one's own, records only. */
export interface ReadOptions {
  /** A loaded language; by default the package's own English model, loaded once. */
  readonly language?: Language
  /** The users' own dictionaries. Hand over the same object for every article of a run. */
  readonly dictionaries?: UserTables
  /** Pairs to ask about: what the first did to the second. */
  readonly pairs?: readonly AskedPair[]
  /** Language layers to put into the reading beside the records. */
  readonly extra?: ReadonlySet<ExtraLayer>
  /** Oddities that were seen before the reading, as by the reader of a file format. */
  readonly notes?: readonly Note[]
}

/** What `readText` may be told about a text. */
export interface TextOptions extends ReadOptions {
  readonly id?: string
  readonly title?: string
  /** Publication day, as 2013-03-01. */
  readonly published?: string
}

/**
 * Reads one article: its whole record, spans in code points, the same for the same text and options, always.
 *
 *     const reading = await readArticle({id: "1", text: "Kerry met Lavrov in Geneva."})
 *     reading.events[0].type // "CONSULT"
 */
export async function readArticle(source: Source, options: ReadOptions = {}): Promise<Reading> {
  const language = options.language ?? (await defaultLanguage())
  const dictionaries = options.dictionaries ?? noUserTables
  const notes: Note[] = [...(options.notes ?? [])]
  const coder = describeCoder(language, dictionaries)
  const given = new Document(source).with(asked, options.pairs ?? []).with(userTables, dictionaries)
  if (isForeign(source)) {
    notes.push({
      start: 0,
      end: 0,
      about: `The text is in another language than English (${source.language}), so it was not read.`,
      stage: "language",
    })
    return assembleReading({doc: given, coder, notes})
  }
  const analysed = await analyse(given, language, oddity => notes.push({...oddity, stage: "language"}))
  const doc = runStages(await readOpinions(analysed, options.pairs ?? [], language), stages, notes)
  return assembleReading({doc, coder, notes, extra: options.extra ?? new Set()})
}

/** Reads a text of which little else is known. */
export function readText(text: string, options: TextOptions = {}): Promise<Reading> {
  const source: Source = {id: options.id ?? hashText(text).slice(0, 16), text, title: options.title ?? null, language: "en"}
  if (!options.published) return readArticle(source, options)
  const published: Published = {from: options.published, to: options.published, basis: "given"}
  return readArticle({...source, published}, options)
}

let loaded: Promise<Language> | null = null

/** The package's own English model, loaded on first use. */
export function defaultLanguage(): Promise<Language> {
  loaded ??= loadLanguage()
  return loaded
}

/** Is it in another language than English? Then it is kept, and not read. */
export function isForeign(source: Source): boolean {
  return typeof source.language === "string" && !/^en\b/i.test(source.language)
}
