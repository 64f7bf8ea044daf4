import type {Reading} from "../record/reading.js"
import {eachReading} from "../store/readings.js"
import type {Exporter} from "./exporter.js"
import {type Spoken, wordsFor} from "./words.js"

/** schema.org JSON-LD, one article a line: the article, its quotations, and its figures as claims. */
export const schemaOrgExporter: Exporter = {
  name: "schema-org",
  summary: "schema.org JSON-LD: articles with quotations and claims, one a line",
  mediaType: "application/ld+json",
  ending: ".schema.jsonl",
  holds: ["articles", "quotes", "figures"],
  async *write(book, options) {
    for await (const {reading} of eachReading(book, options)) yield `${JSON.stringify(articleOf(reading))}\n`
  },
}

function articleOf(reading: Reading) {
  const words = wordsFor(reading)
  const {hash, origin, title, author, publisher, published, language} = reading.document
  const url = origin && /^https?:/.test(origin) ? origin : null
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": `urn:sha256:${hash}`,
    ...(url ? {url} : {}),
    ...(title ? {headline: title} : {}),
    ...(author ? {author: {"@type": "Person", name: author}} : {}),
    ...(publisher ? {publisher: {"@type": "Organization", name: publisher}} : {}),
    ...(published.from ? {datePublished: published.from} : {}),
    ...(language ? {inLanguage: language} : {}),
    hasPart: reading.quotes.map(quote => quotationOf(quote, {reading, words})),
    mentions: reading.actors
      .filter(actor => actor.link.wikidata)
      .map(actor => ({...thingOf(actor.id, reading), sameAs: `https://www.wikidata.org/entity/${actor.link.wikidata}`})),
    subjectOf: reading.figures.map(figure => claimOf(figure, {reading, words})),
  }
}

interface Around {
  readonly reading: Reading
  readonly words: Spoken
}

function quotationOf(quote: Reading["quotes"][number], {reading, words}: Around) {
  return {
    "@type": "Quotation",
    "@id": `urn:sha256:${reading.document.hash}#${quote.id}`,
    text: quote.content.map(span => words.of(span)).join(" … "),
    ...(quote.speaker ? {spokenByCharacter: thingOf(quote.speaker, reading)} : {}),
    additionalType: quote.kind,
  }
}

function claimOf(figure: Reading["figures"][number], {reading, words}: Around) {
  const source = figure.source?.startsWith("a") ? thingOf(figure.source, reading) : null
  return {
    "@type": "Claim",
    "@id": `urn:sha256:${reading.document.hash}#${figure.id}`,
    text: words.of(figure),
    ...(source ? {claimInterpreter: source} : {}),
    about: {
      "@type": "QuantitativeValue",
      name: figure.kind,
      value: figure.value,
      minValue: figure.low,
      maxValue: figure.high,
      unitText: figure.unit,
    },
  }
}

function thingOf(id: string, reading: Reading) {
  const actor = reading.actors.find(candidate => candidate.id === id)
  const types = {
    person: "Person",
    state: "Country",
    government: "GovernmentOrganization",
    organization: "Organization",
    group: "Organization",
    place: "Place",
    other: "Thing",
  }
  return {"@type": actor ? types[actor.kind] : "Thing", name: actor?.name ?? id}
}
