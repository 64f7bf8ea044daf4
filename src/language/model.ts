import {createHash} from "node:crypto"
import {existsSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {InferenceSession, Tensor} from "onnxruntime-node"
import {packageRoot} from "../lexicon/table.js"
import {Problem} from "../problem.js"
import type {Labels} from "./labels.js"
import {Lemmas, type LemmaTable, listedLemmas} from "./lemmas.js"
import type {PairWindow} from "./pair-network.js"
import {Pieces} from "./pieces.js"
import type {Window} from "./windows.js"

/** The network's answers for one window: row-major arrays of logits by output name. `role` may be missing. */
export type Answers = Readonly<Record<string, Float32Array>>

/** A loaded language: the network with its tables. Keep one per process; it holds no state between documents. */
export interface Language {
  /** sha256 over the names and sha256 of all model files, for `coder.model`. */
  readonly sha256: string
  readonly labels: Labels
  readonly pieces: Pieces
  readonly lemmas: Lemmas
  /** Runs the network over one window. */
  answer(window: Window): Promise<Answers>
  /** Runs the pair network, which is loaded at the first call: `types` and `look`, logits. */
  answerPair(window: PairWindow): Promise<Answers>
}

/**
 * Loads a language from its folder (by default `models/en` of this package) and checks every file against `manifest.json`.
 * Throws a `model` problem when files are missing or changed.
 */
export async function loadLanguage(folder: string = join(packageRoot, "models", "en")): Promise<Language> {
  const files = readFiles(folder)
  const labels = JSON.parse(files.text("labels.json")) as Labels
  const session = await startSession(files.bytes("model.onnx"), folder)
  const pieces = new Pieces(files.text("vocab.txt").split(/\r?\n/), labels)
  const lemmas = new Lemmas(JSON.parse(files.text("lemmas.json")) as LemmaTable, form => pieces.has(form), listedLemmas())
  let pairs: Promise<InferenceSession> | null = null
  const answerPair = async (window: PairWindow) => {
    pairs ??= startSession(files.bytes("pairs.onnx"), folder)
    return askPair(await pairs, window)
  }
  return {sha256: files.sha256, labels, pieces, lemmas, answer: window => ask(session, window), answerPair}
}

/** The `sha256` a language would have, without loading it. */
export function hashOfLanguage(folder: string = join(packageRoot, "models", "en")): string {
  return readFiles(folder).sha256
}

interface ModelFiles {
  readonly sha256: string
  bytes(name: string): Uint8Array
  text(name: string): string
}

function readFiles(folder: string): ModelFiles {
  const manifest = readManifest(folder)
  const bytes = (name: string) => {
    const content = readFile(folder, name)
    if (sha256Of(content) !== manifest[name])
      throw new Problem("model", `The model file ${name} in ${folder} is not the one its manifest names. Install the package again.`)
    return content
  }
  const listed = Object.keys(manifest)
    .sort()
    .map(name => `${name} ${manifest[name]}\n`)
    .join("")
  return {sha256: sha256Of(listed), bytes, text: name => new TextDecoder().decode(bytes(name))}
}

function readManifest(folder: string): Record<string, string> {
  const content = new TextDecoder().decode(readFile(folder, "manifest.json"))
  try {
    return JSON.parse(content) as Record<string, string>
  } catch (cause) {
    throw new Problem("model", `The manifest in ${folder} is not JSON. Install the package again.`, {cause})
  }
}

function readFile(folder: string, name: string): Uint8Array {
  const path = join(folder, name)
  if (!existsSync(path))
    throw new Problem(
      "model",
      `The model file ${name} is missing in ${folder}. Install the package again, or name the folder that holds it.`,
    )
  return readFileSync(path)
}

const sha256Of = (content: Uint8Array | string): string => createHash("sha256").update(content).digest("hex")

/** One thread and a fixed order of operations: the same window gives the same bits on the same machine. */
async function startSession(bytes: Uint8Array, folder: string): Promise<InferenceSession> {
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    logSeverityLevel: 3,
  }
  try {
    return await InferenceSession.create(bytes, options)
  } catch (cause) {
    throw new Problem("model", `The network in ${folder} cannot be started by this version of onnxruntime-node.`, {cause})
  }
}

async function ask(session: InferenceSession, window: Window): Promise<Answers> {
  const size = window.pieces.length
  const count = window.last - window.first
  const results = await session.run({
    pieces: new Tensor("int64", window.pieces, [size]),
    shapes: new Tensor("int64", window.shapes, [size]),
    first: new Tensor("int64", window.firstPiece, [count]),
    para: new Tensor("int64", window.para, [count]),
  })
  return arraysOf(results)
}

async function askPair(session: InferenceSession, {pieces, shapes, sides}: PairWindow): Promise<Answers> {
  const size = [pieces.length]
  return arraysOf(
    await session.run({
      pieces: new Tensor("int64", pieces, size),
      shapes: new Tensor("int64", shapes, size),
      sides: new Tensor("int64", sides, size),
    }),
  )
}

function arraysOf(results: InferenceSession.ReturnType): Answers {
  return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, tensor.data as Float32Array]))
}
