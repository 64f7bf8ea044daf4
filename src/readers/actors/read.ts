import type {Document} from "../../document/document.js"
import {overlaps} from "../../document/span.js"
import type {Stage} from "../../document/stage.js"
import {chains, names, phrases, words} from "../../language/layers.js"
import {userTables} from "../../lexicon/user-tables.js"
import type {Actor} from "../../record/all.js"
import {actors, publication, speech} from "../../record/layers.js"
import {countriesIn, withoutAmbiguous} from "./ambiguous-names.js"
import {buildActors} from "./build.js"
import {homeOf, settleAtHome} from "./home.js"
import {joinReferences} from "./join.js"
import {findKnownNames, type KnownName} from "./known-names.js"
import type {Reference} from "./mention.js"
import {referToNames} from "./name-references.js"
import {unlinkNamesakes} from "./namesakes.js"
import {referByDescription} from "./nominal-references.js"
import {viewOf} from "./office.js"
import {viewDate} from "./on-date.js"
import {type Books, booksFor} from "./own-actors.js"
import {inheritFromOwners, ownerOf} from "./owners.js"
import {surnamesOf} from "./personal-names.js"
import {addPlaceNames} from "./place-names.js"
import {placePronouns} from "./pronouns.js"
import {fillSets} from "./sets.js"

/** Reads who appears in the text: names, titles, descriptions and pronouns, joined into actors with country, sectors and links. */
export const readActors: Stage<readonly Actor[]> = {
  name: "actors",
  version: 1,
  needs: [words, names, phrases, chains, speech, publication, userTables],
  gives: actors,
  run: (doc, note) => {
    const books = booksFor(doc.get(userTables))
    if (books.unread.length > 0)
      note({start: 0, end: 0, about: `${books.unread.length} lines of the dictionaries could not be read, the first: ${books.unread[0]}.`})
    const view = viewOf(viewDate(doc.published), doc.get(publication))
    const {day} = view
    const known = settledNames(doc, books, day)
    const home = homeOf(doc.text, known)
    const context = {words: doc.get(words), chains: doc.get(chains), speech: doc.get(speech), home: home.country}
    const cast = joinReferences(findReferences(doc, {books, known, day, home: home.country}), context)
    unlinkNamesakes(cast, day)
    fillSets(cast, context.words)
    placePronouns(cast, context)
    inheritFromOwners(cast, context.words)
    settleAtHome(cast.clusters, home, cluster => ownerOf(cluster, context.words, cast) !== null)
    inheritFromOwners(cast, context.words)
    return buildActors(cast, {text: doc.text, words: context.words}, view)
  },
}

/** The names that the text can mean, with those of places. */
function settledNames(doc: Document, books: Books, day: string | null): KnownName[] {
  const found = knownNames(doc.text, books, day)
  const placed = addPlaceNames({text: doc.text, known: found, countries: countriesIn(doc.text, found)}, doc.get(names))
  return withoutAmbiguous(doc.text, placed)
}

/** Names of the user's own dictionary, and ours wherever theirs say nothing. */
function knownNames(text: string, {register, own}: Books, day: string | null): KnownName[] {
  const ours = findKnownNames(text, register, day)
  if (!own) return ours
  const theirs = findKnownNames(text, own, day)
  return [...theirs, ...ours.filter(name => !theirs.some(other => overlaps(other, name)))].sort((a, b) => a.start - b.start)
}

interface Sight {
  readonly books: Books
  readonly known: readonly KnownName[]
  readonly day: string | null
  readonly home: string | null
}

function findReferences(doc: Document, {books, known, day, home}: Sight): Reference[] {
  const table = doc.get(words)
  const {register, roles} = books
  const surnames = surnamesOf(doc.text, doc.get(names))
  const named = referToNames(
    {words: table, known, register, roles, day, home, countries: countriesIn(doc.text, known), surnames},
    doc.get(names),
  )
  const described = referByDescription(table, doc.get(phrases), {known, named, roles})
  return [...named, ...described].sort((a, b) => a.start - b.start || b.end - a.end)
}
