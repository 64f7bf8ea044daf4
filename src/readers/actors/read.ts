import type {Stage} from "../../document/stage.js"
import {chains, names, phrases, words} from "../../language/layers.js"
import type {Actor} from "../../record/all.js"
import {actors, speech} from "../../record/layers.js"
import {buildActors} from "./build.js"
import {homeCountry, settleAtHome} from "./home.js"
import {joinReferences} from "./join.js"
import {findKnownNames} from "./known-names.js"
import {referToNames} from "./name-references.js"
import {referByDescription} from "./nominal-references.js"
import {viewDate} from "./on-date.js"
import {placePronouns} from "./pronouns.js"
import {loadRegister, type Register} from "./register.js"
import {fillSets} from "./sets.js"

/** Reads who appears in the text: names, titles, descriptions and pronouns, joined into actors with country, sectors and links. */
export function readActors(register: () => Register = loadRegister): Stage<readonly Actor[]> {
  return {
    name: "actors",
    version: 1,
    needs: [words, names, phrases, chains, speech],
    gives: actors,
    run: doc => {
      const table = doc.get(words)
      const day = viewDate(doc.published)
      const known = findKnownNames(doc.text, register(), day)
      const home = homeCountry(known)
      const named = referToNames({words: table, known, register: register(), day, home}, doc.get(names))
      const described = referByDescription(table, doc.get(phrases), {known, named})
      const references = [...named, ...described].sort((a, b) => a.start - b.start || b.end - a.end)
      const clusters = joinReferences(references, {words: table, chains: doc.get(chains)})
      placePronouns(clusters, {words: table, chains: doc.get(chains), speech: doc.get(speech)})
      fillSets(clusters, table)
      settleAtHome(clusters, home)
      return buildActors(clusters, doc.text, day)
    },
  }
}
