import type {Exporter} from "./exporter.js"
import {eachPart} from "./graph.js"
import {xmlText} from "./xml.js"

const keys = {
  node: {name: "string", kind: "string", country: "string", code: "string"},
  edge: {weight: "int", score: "double", sign: "int", first: "string", last: "string"},
}

/** The network of actors for igraph, NetworkX and others. */
export const graphmlExporter: Exporter = {
  name: "graphml",
  summary: "the network of actors for igraph, NetworkX and others",
  mediaType: "application/graphml+xml",
  ending: ".graphml",
  holds: ["articles", "events"],
  async *write(book, options) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for (const [kind, names] of Object.entries(keys)) {
      for (const [name, type] of Object.entries(names))
        yield `<key id="${kind}-${name}" for="${kind}" attr.name="${name}" attr.type="${type}"/>\n`
    }
    yield '<graph id="network" edgedefault="directed">\n'
    for (const part of eachPart(book, options)) {
      if ("node" in part) {
        const {id, ...values} = part.node
        yield `<node id="n${id}">${dataXml("node", values)}</node>\n`
      } else {
        const {source, target, events, ...values} = part.edge
        yield `<edge source="n${source}" target="n${target}">${dataXml("edge", {weight: events, ...values})}</edge>\n`
      }
    }
    yield "</graph>\n</graphml>\n"
  },
}

function dataXml(kind: keyof typeof keys, values: Readonly<Record<string, string | number | null>>): string {
  const known = Object.entries(values).filter(([, value]) => value !== null)
  return known.map(([name, value]) => `<data key="${kind}-${name}">${xmlText(value)}</data>`).join("")
}
