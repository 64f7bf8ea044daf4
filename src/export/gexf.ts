import type {Exporter} from "./exporter.js"
import {eachPart, type GraphEdge, type GraphNode} from "./graph.js"
import {xmlText} from "./xml.js"

const heading = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
<attributes class="node">
<attribute id="kind" title="kind" type="string"/>
<attribute id="country" title="country" type="string"/>
<attribute id="code" title="code" type="string"/>
</attributes>
<attributes class="edge">
<attribute id="score" title="mean score" type="double"/>
<attribute id="sign" title="sign" type="integer"/>
</attributes>
<nodes>
`

const between = "</nodes>\n<edges>\n"

/** The network of actors for Gephi: directed edges with their number of events, mean score, sign and days. */
export const gexfExporter: Exporter = {
  name: "gexf",
  summary: "the network of actors for Gephi, edges dated and signed",
  mediaType: "application/gexf+xml",
  ending: ".gexf",
  holds: ["articles", "events"],
  async *write(book, options) {
    yield heading
    let edges = -1
    for (const part of eachPart(book, options)) {
      if ("edge" in part && ++edges === 0) yield between
      yield "node" in part ? nodeXml(part.node) : edgeXml(part.edge, edges)
    }
    yield `${edges < 0 ? between : ""}</edges>\n</graph>\n</gexf>\n`
  },
}

function nodeXml({id, name, kind, country, code}: GraphNode): string {
  const values = Object.entries({kind, country, code}).filter(([, value]) => value !== null)
  return `<node id="${id}" label="${xmlText(name)}"><attvalues>${values.map(([key, value]) => `<attvalue for="${key}" value="${xmlText(value)}"/>`).join("")}</attvalues></node>\n`
}

function edgeXml({source, target, events, score, sign, first, last}: GraphEdge, number: number): string {
  const days = first && last ? ` start="${first}" end="${last}"` : ""
  return `<edge id="${number}" source="${source}" target="${target}" weight="${events}"${days}><attvalues><attvalue for="score" value="${score}"/><attvalue for="sign" value="${sign}"/></attvalues></edge>\n`
}
