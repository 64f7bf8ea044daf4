import {createHash} from "node:crypto"
import type {Document, Published} from "./document/document.js"
import type {Layer} from "./document/layer.js"
import {Offsets} from "./document/offsets.js"
import {chains, names, sentences, words} from "./language/layers.js"
import {Problem} from "./problem.js"
import {type Ground, type Prove, proofOf} from "./record/emit/proof.js"
import type {Publication} from "./record/layers.js"
import * as layers from "./record/layers.js"
import type {Note} from "./record/note.js"
import {note as noteSchema} from "./record/note.js"
import {pair as pairSchema} from "./record/pair.js"
import {
  type Coder,
  contractVersion,
  documentRow,
  type Reading,
  type RecordType,
  reading as readingSchema,
  recordTypes,
} from "./record/reading.js"

/** Language layers a reading may carry beside its records. */
export type ExtraLayer = "words" | "names" | "chains"

/** Everything a reading is put together from. */
export interface Parts {
  readonly doc: Document
  readonly coder: Coder
  readonly notes: readonly Note[]
  readonly extra?: ReadonlySet<ExtraLayer>
}

interface Identified {
  readonly id: string
}

const recordLayers: Readonly<Record<RecordType, Layer<readonly Identified[]>>> = {
  actors: layers.actors,
  events: layers.events,
  quotes: layers.quotes,
  figures: layers.figures,
  times: layers.times,
  places: layers.places,
  positions: layers.positions,
  relations: layers.relations,
}
/** List of a reading → what references call its records. */
const singular = {
  actors: "actor",
  events: "event",
  quotes: "quote",
  figures: "figure",
  times: "time",
  places: "place",
  positions: "position",
  relations: "relation",
}
const types = Object.keys(recordTypes) as RecordType[]
const proofs = forEachType<Prove>(type => proofOf(recordTypes[type]))
const proveDocument = proofOf(documentRow)
const proveNote = proofOf(noteSchema)
const provePair = proofOf(pairSchema)
const proveSentences = proofOf(readingSchema.shape.sentences)
const proveExtra = {
  words: proofOf(readingSchema.shape.words),
  names: proofOf(readingSchema.shape.names),
  chains: proofOf(readingSchema.shape.chains),
}

/**
 * Puts a reading together: every span proven against the text and turned into code points, every reference checked, fields in the order of the schemas.
 * A record that cannot be proven is left out, and a note says so.
 */
export function assembleReading({doc, coder, notes, extra = new Set()}: Parts): Reading {
  const offsets = new Offsets(doc.text)
  const complaints: Note[] = []
  const {records, ground} = proveRecords(doc, offsets, complaints)
  const asked = listOf(doc, layers.asked).length > 0
  const allNotes = [...notes, ...complaints].map(note => proveNote(note, ground))
  return {
    contract: contractVersion,
    coder,
    document: proveDocument(describeDocument(doc), ground),
    sentences: proveSentences(listOf(doc, sentences), ground),
    ...records,
    ...(asked ? {pairs: listOf(doc, layers.pairs).map(pair => provePair(pair, ground))} : {}),
    notes: allNotes,
    ...(extra.has("words") ? {words: proveExtra.words(wordRows(doc), ground)} : {}),
    ...(extra.has("names") ? {names: proveExtra.names(listOf(doc, names), ground)} : {}),
    ...(extra.has("chains") ? {chains: proveExtra.chains(listOf(doc, chains), ground)} : {}),
  } as unknown as Reading
}

/** sha256 of a text in UTF-8, in hexadecimal digits. */
export function hashText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex")
}

/** Proves all records; leaving one out can leave another without its reference, so it is repeated until nothing more falls. */
function proveRecords(doc: Document, offsets: Offsets, complaints: Note[]): {records: Record<RecordType, unknown[]>; ground: Ground} {
  let kept = forEachType<readonly Identified[]>(type => withoutDoubles(listOf(doc, recordLayers[type])))
  for (;;) {
    const known = kept
    const ground: Ground = {offsets, ids: new Map(types.map(type => [singular[type], new Set(known[type].map(record => record.id))]))}
    const fallen = new Set<Identified>()
    const records = forEachType(type =>
      known[type].flatMap(record => tryProof(() => proofs[type](record, ground), {record, type}, {fallen, complaints})),
    )
    if (fallen.size === 0) return {records, ground}
    kept = forEachType(type => known[type].filter(record => !fallen.has(record)))
  }
}

function forEachType<T>(make: (type: RecordType) => T): Record<RecordType, T> {
  return Object.fromEntries(types.map(type => [type, make(type)])) as Record<RecordType, T>
}

function tryProof(
  prove: () => unknown,
  {record, type}: {record: Identified; type: RecordType},
  out: {fallen: Set<Identified>; complaints: Note[]},
): unknown[] {
  try {
    return [prove()]
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    out.fallen.add(record)
    out.complaints.push({start: 0, end: 0, about: `The ${singular[type]} ${record.id} was left out. ${error.message}`, stage: "assemble"})
    return []
  }
}

function withoutDoubles(records: readonly Identified[]): readonly Identified[] {
  const seen = new Set<string>()
  return records.filter(record => !seen.has(record.id) && seen.add(record.id))
}

function listOf<T>(doc: Document, layer: Layer<readonly T[]>): readonly T[] {
  return doc.has(layer) ? doc.get(layer) : []
}

function describeDocument(doc: Document) {
  const {id, text, origin = null, title = null, publisher = null, author = null, language = null} = doc.source
  return {id, hash: hashText(text), origin, title, publisher, author, language, published: publishedOf(doc), text}
}

/** The publication date as given; without one, the interval that the text itself allows. */
function publishedOf(doc: Document): Published & {readonly reasons?: Publication["reasons"]} {
  const {from, to, basis} = doc.published
  if (basis !== "unknown" || from !== null || to !== null || !doc.has(layers.publication)) return doc.published
  const inferred = doc.get(layers.publication)
  return inferred.from === null && inferred.to === null ? doc.published : {...inferred, basis: "inferred"}
}

function wordRows(doc: Document) {
  if (!doc.has(words)) return []
  const table = doc.get(words)
  const firsts = listOf(doc, sentences).map(sentence => sentence.first)
  return Array.from({length: table.length}, (_, row) => ({
    start: table.start[row]!,
    end: table.end[row]!,
    lemma: table.lemma[row]!,
    upos: table.upos[row]!,
    xpos: table.xpos[row]!,
    feats: table.feats[row]!,
    head: table.head[row]! < 0 ? 0 : table.head[row]! - (firsts[table.sentence[row]!] ?? 0) + 1,
    deprel: table.deprel[row]!,
  }))
}
