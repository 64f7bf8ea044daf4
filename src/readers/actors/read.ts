import type {Document} from "../../document/document.js"
import {overlaps} from "../../document/span.js"
import type {Stage} from "../../document/stage.js"
import {chains, names, phrases, words} from "../../language/layers.js"
import {userTables} from "../../lexicon/user-tables.js"
import type {Actor} from "../../record/all.js"
import {actors, speech} from "../../record/layers.js"
import {buildActors} from "./build.js"
import {homeCountry, settleAtHome} from "./home.js"
import {joinReferences} from "./join.js"
import {findKnownNames, type KnownName} from "./known-names.js"
import type {Reference} from "./mention.js"
import {referToNames} from "./name-references.js"
import {referByDescription} from "./nominal-references.js"
import {viewDate} from "./on-date.js"
import {type Books, booksFor} from "./own-actors.js"
import {inheritFromOwners} from "./owners.js"
import {placePronouns} from "./pronouns.js"
import {fillSets} from "./sets.js"

/** Reads who appears in the text: names, titles, descriptions and pronouns, joined into actors with country, sectors and links. */
export const readActors: Stage<readonly Actor[]> = {
  name: "actors",
  version: 1,
  needs: [words, names, phrases, chains, speech, userTables],
  gives: actors,
  run: (doc, note) => {
    const books = booksFor(doc.get(userTables))
    if (books.unread.length > 0)
      note({start: 0, end: 0, about: `${books.unread.length} lines of the dictionaries could not be read, the first: ${books.unread[0]}.`})
    const day = viewDate(doc.published)
    const known = knownNames(doc.text, books, day)
    const context = {words: doc.get(words), chains: doc.get(chains), speech: doc.get(speech)}
    const clusters = joinReferences(findReferences(doc, {books, known, day}), context)
    placePronouns(clusters, context)
    fillSets(clusters, context.words)
    inheritFromOwners(clusters, context.words)
    settleAtHome(clusters, homeCountry(known))
    return buildActors(clusters, doc.text, day)
  },
}

/** Names of the user's own dictionary, and ours wherever theirs say nothing. */
function knownNames(text: string, {register, own}: Books, day: string | null): KnownName[] {
  const ours = findKnownNames(text, register, day)
  if (!own) return ours
  const theirs = findKnownNames(text, own, day)
  return [...theirs, ...ours.filter(name => !theirs.some(other => overlaps(other, name)))].sort((a, b) => a.start - b.start)
}

function findReferences(doc: Document, {books, known, day}: {books: Books; known: readonly KnownName[]; day: string | null}): Reference[] {
  const table = doc.get(words)
  const {register, roles} = books
  const named = referToNames({words: table, known, register, roles, day, home: homeCountry(known)}, doc.get(names))
  const described = referByDescription(table, doc.get(phrases), {known, named, roles})
  return [...named, ...described].sort((a, b) => a.start - b.start || b.end - a.end)
}
