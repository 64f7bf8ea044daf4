import {parse} from "yaml"
import {readDataFile} from "../../lexicon/table.js"

/** What the ontology says of a mode. */
export interface ModeInfo {
  readonly score: number
  readonly cameo: string
  readonly context?: string
}

/** What the ontology says of an event type. */
export interface TypeInfo {
  readonly quad: number
  readonly score: number
  readonly cameo: string
  readonly target?: boolean
  readonly modes?: Readonly<Record<string, ModeInfo>>
}

let loaded: Readonly<Record<string, TypeInfo>> | null = null

/** The PLOVER 2 types of data/events/plover.yaml. */
export function ontology(): Readonly<Record<string, TypeInfo>> {
  loaded ??= parse(readDataFile("events/plover.yaml")) as Record<string, TypeInfo>
  return loaded
}

/** Quad class, score and CAMEO code of a type and mode. */
export function codesOf(type: string, mode: string | null): {quad: number; score: number; cameo: string; contexts: string[]} {
  const info = ontology()[type]!
  const detail = mode ? info.modes?.[mode] : undefined
  return {
    quad: info.quad,
    score: detail?.score ?? info.score,
    cameo: detail?.cameo ?? info.cameo,
    contexts: detail?.context ? [detail.context] : [],
  }
}
