import {holds} from "../../document/span.js"
import type {Stage} from "../../document/stage.js"
import {names} from "../../language/layers.js"
import type {Place} from "../../record/all.js"
import {actors, places} from "../../record/layers.js"

const spatial = new Set(["GPE", "LOC", "FAC"])

/** Places named in the text, told from names that act. */
export const readPlaces: Stage<readonly Place[]> = {
  name: "places",
  version: 1,
  needs: [names, actors],
  gives: places,
  run: doc => {
    const acting = doc.get(actors).flatMap(actor => actor.mentions.filter(mention => mention.form === "metonym" || mention.form === "demonym"))
    const found = doc.get(names).filter(name => spatial.has(name.label) && !acting.some(mention => holds(mention, name)))
    return found.map((name, index) => ({
      id: `p${index + 1}`,
      start: name.start,
      end: name.end,
      name: doc.text.slice(name.start, name.end),
      lat: null,
      lon: null,
      country: null,
      admin1: null,
      kind: "place",
      precision: "none" as const,
      use: "literal" as const,
      within: null,
      geonames: null,
      trace: [{rule: `name of class ${name.label}`, span: {start: name.start, end: name.end}, gave: "place"}],
    }))
  },
}
