import type {Document} from "../document/document.js"
import type {Notice} from "../document/stage.js"
import {chains, names, paragraphs, phrases, sentences, signals, words} from "./layers.js"

/** A loaded language: the network with its tables. Keep one per process; it holds no state between documents. */
export interface Language {
  /** sha256 over the model's files, for `coder.model`. */
  readonly sha256: string
}

/** The layers that `analyse` adds: what a pipeline may take as given. */
export const languageLayers = [paragraphs, words, sentences, names, phrases, chains, signals] as const

/**
 * Loads a language from its folder (by default `models/en` of this package) and checks every file against `manifest.json`.
 * Throws a `model` problem when files are missing or changed.
 */
export async function loadLanguage(folder?: string): Promise<Language> {
  throw new Error(`not yet: ${folder}`)
}

/**
 * Reads a document's words, sentences, names, phrases, chains and signals: a document with these layers more.
 * The result depends on the text alone: not on other documents, order or time. One call at a time per process is fastest.
 */
export async function analyse(doc: Document, language: Language, note: Notice = () => {}): Promise<Document> {
  throw new Error(`not yet: ${doc.id} ${language.sha256} ${typeof note}`)
}
