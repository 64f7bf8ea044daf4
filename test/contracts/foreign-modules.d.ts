/** The part that is used here of libraries that read our files; each is there for the tests alone. */
declare module "ical.js" {
  interface Time {
    readonly isDate: boolean
    toString(): string
  }
  class Component {
    constructor(parsed: unknown)
    getAllSubcomponents(name: string): Component[]
    getFirstPropertyValue(name: string): unknown
  }
  class Event {
    constructor(component: Component)
    readonly uid: string
    readonly summary: string
    readonly description: string
    readonly startDate: Time
    readonly endDate: Time
  }
  const reader: {parse(text: string): unknown; Component: typeof Component; Event: typeof Event}
  export default reader
}
declare module "jsonld" {
  interface Options {
    readonly safe: boolean
    readonly documentLoader: (address: string) => Promise<{documentUrl: string; contextUrl: undefined; document: unknown}>
  }
  const reader: {expand(document: unknown, options: Options): Promise<Record<string, unknown>[]>}
  export default reader
}
declare module "graphology-graphml" {
  import type {DirectedGraph} from "graphology"
  export function parse(kind: typeof DirectedGraph, xml: string): DirectedGraph
}
declare module "@recogito/text-annotator" {
  interface Selector {
    readonly start: number
    readonly end: number
    readonly quote: string
  }
  interface Read {
    readonly parsed?: {readonly id: string; readonly bodies: readonly {value: string}[]; readonly target: {selector: readonly Selector[]}}
    readonly error?: Error
  }
  export function parseW3CTextAnnotation(annotation: unknown, container: unknown): Read
}
