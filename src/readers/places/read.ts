import type {Document} from "../../document/document.js"
import {holds, plainSpan, type Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Stage} from "../../document/stage.js"
import {names, paragraphs, sentences, words} from "../../language/layers.js"
import {type Gazetteer, loadGazetteer} from "../../lexicon/places/gazetteer.js"
import type {Place} from "../../record/all.js"
import {actors, places, times} from "../../record/layers.js"
import {type Container, containerOf, surroundings} from "./container.js"
import {datelineOf} from "./dateline.js"
import {findMentions, keysAlone} from "./mentions.js"
import {type Resolved, resolveMentions} from "./resolve.js"
import {metonymsOf, useOf} from "./use.js"

/** Places named in the text, told from names that act, with coordinates from the gazetteer. */
export function placeReader(gazetteer: () => Gazetteer = loadGazetteer): Stage<readonly Place[]> {
  return {
    name: "places",
    version: 2,
    needs: [paragraphs, words, sentences, names, actors, times],
    gives: places,
    run: doc => findPlaces(doc, gazetteer()),
  }
}

/** The stage with the package's own gazetteer. */
export const readPlaces: Stage<readonly Place[]> = placeReader()

function findPlaces(doc: Document, gazetteer: Gazetteer): Place[] {
  const table = doc.get(words)
  const metonyms = metonymsOf(doc.get(actors))
  const datelines = doc.get(paragraphs).flatMap(paragraph => datelineIn(doc.text, paragraph, gazetteer))
  const dates = new SpanIndex(doc.get(times).filter(time => time.type === "DATE" || time.type === "TIME"))
  const found = findMentions({words: table, names: doc.get(names), gazetteer, datelines, alone: keysAlone(doc.text, doc.get(names))})
    .filter(mention => !dates.overlapping(mention).some(date => holds(date, mention)))
    .map(mention => ({...mention, use: useOf(mention, table, metonyms)}))
  const resolved = resolveMentions(doc.text, found).filter(place => !actsForState(place))
  const around = surroundings(doc.text, resolved, doc.get(sentences))
  return resolved.map((place, index) => buildPlace(place, `p${index + 1}`, place.place ? null : containerOf(place, around)))
}

/** The dateline of a paragraph; none where its first name is not known to be a place, as in a headline in capitals. */
function datelineIn(text: string, paragraph: Span, gazetteer: Gazetteer): Span[] {
  const spans = datelineOf(text, paragraph)
  const isPlace = spans.length > 0 && gazetteer.find(text.slice(spans[0]!.start, spans[0]!.end)).candidates.length > 0
  return isPlace ? spans : []
}

/** A capital or palace that stands for a government is an actor, and no place; a country that acts stays one, and says so in its use. */
function actsForState({mention, place}: Resolved): boolean {
  return mention.use === "metonym" && place?.kind !== "country" && place?.kind !== "union"
}

function buildPlace({mention, place, within, trace}: Resolved, id: string, container: Container | null): Place {
  const at = place ?? container?.place ?? null
  const span = {start: mention.start, end: mention.end}
  return {
    id,
    ...span,
    name: place?.name ?? mention.written,
    lat: at?.lat ?? null,
    lon: at?.lon ?? null,
    country: at?.country ?? null,
    admin1: at?.admin1 ?? null,
    kind: place?.kind ?? "place",
    precision: at?.precision ?? "none",
    use: mention.use,
    within: within ? plainSpan(within) : container ? plainSpan(container.around.mention) : null,
    geonames: place?.geonames ?? null,
    trace: [{rule: mention.why, span, gave: mention.use}, ...trace, ...(container ? [container.trace] : [])],
  }
}
