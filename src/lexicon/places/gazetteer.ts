import {readTable, splitCell} from "../table.js"
import {type Candidate, distanceBetween, regionKey} from "./candidate.js"
import {placeKey} from "./key.js"
import {OwnPlaces} from "./own.js"
import {PackedGazetteer} from "./packed.js"

/** What a name can stand for, and how it was looked up. */
export interface Lookup {
  readonly candidates: readonly Candidate[]
  /** What was left out or understood to find it, for the trace; empty for the name as written. */
  readonly reading: string
}

interface Generic {
  readonly word: string
  readonly sides: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
}

const nothing: Lookup = {candidates: [], reading: ""}

/** All places the program knows, by name. */
export class Gazetteer {
  private readonly generics = indexGenerics()
  private readonly parts = new Set(readTable("places/parts.tsv").map(row => placeKey(row.word!)))
  private readonly known = new Map<string, Lookup>()

  constructor(
    readonly own: OwnPlaces,
    private readonly packed: PackedGazetteer,
  ) {}

  /** The places a name can stand for, likeliest first. */
  find(name: string): Lookup {
    const key = placeKey(name)
    const known = this.known.get(key)
    if (known) return known
    const found = this.read(key)
    if (this.known.size > 20_000) this.known.clear()
    this.known.set(key, found)
    return found
  }

  /** The places an adjective or a people's name belongs to. */
  findAdjective(name: string): readonly Candidate[] {
    return this.own.findAdjective(placeKey(name))
  }

  private read(key: string): Lookup {
    const bare = key.replace(/^the /, "")
    const exact = this.exact(key === "" ? "" : bare)
    const generic = this.withoutGeneric(bare)
    if (exact.length > 0)
      return {
        candidates: byPrior([...exact, ...(generic?.candidates ?? []).map(place => ({...place, prior: place.prior - 1.5}))]),
        reading: "",
      }
    return generic ?? this.withoutPart(bare) ?? this.withoutArticle(bare) ?? nothing
  }

  /** A name that our own tables list is as good as the first one of the packed gazetteer. */
  private exact(key: string): Candidate[] {
    const found = this.packed.find(key).map(({row, main}) => ({place: this.packed.candidate(row), main}))
    const own = this.own.find(key).map(place =>
      completed(
        place,
        found.map(other => other.place),
      ),
    )
    const others = found.filter(({place, main}) => !own.some(other => isSame(other, place) || (!main && isIn(place, other))))
    return byPrior([...own, ...others.map(({place, main}) => weigh(place, main))])
  }

  /** "Aleppo Governorate", "Lake Chad", "city of Homs": the name without the word, of the kind that the word says. */
  private withoutGeneric(key: string): Lookup | null {
    for (const {word, sides, kinds} of [...(this.generics.get(lastWord(key)) ?? []), ...(this.generics.get(firstWord(key)) ?? [])]) {
      const rest = restOf(key, word, sides)
      if (rest === null) continue
      const fitting = this.exact(rest).filter(place => kinds.size === 0 || kinds.has(place.kind))
      if (fitting.length > 0) return {candidates: fitting, reading: `“${rest}”, a ${word}`}
    }
    return null
  }

  /** "northern Syria", "north western Syria". */
  private withoutPart(key: string): Lookup | null {
    const words = key.split(" ", 3)
    for (const part of words.length > 2 ? [`${words[0]} ${words[1]}`, words[0]!] : [words[0]!]) {
      if (!this.parts.has(part) || key.length <= part.length + 1) continue
      const whole = this.find(key.slice(part.length + 1))
      if (whole.candidates.length > 0) return {candidates: whole.candidates, reading: `${part} part`}
    }
    return null
  }

  /** "al-Bab" and "Bab", "el-Fasher" and "Al Fasher". */
  private withoutArticle(key: string): Lookup | null {
    const rest = /^(?:al|el|ad|ar|as|at|az|an|ash|deir|tel|tell|tal) (.{2,60})$/.exec(key)?.[1] ?? key
    for (const other of rest === key ? [`al ${key}`, `el ${key}`, `ad ${key}`] : [`al ${rest}`, `el ${rest}`, rest]) {
      const found = other === key ? [] : this.exact(other)
      if (found.length > 0) return {candidates: found, reading: `as “${other}”`}
    }
    return null
  }
}

let loaded: Gazetteer | null = null

/** The gazetteer of data/places, loaded on first use. */
export function loadGazetteer(): Gazetteer {
  if (loaded) return loaded
  const own = new OwnPlaces()
  loaded = new Gazetteer(
    own,
    PackedGazetteer.load(code => own.alpha3(code)),
  )
  return loaded
}

/** The words of generics.tsv by their only or last word. */
function indexGenerics(): ReadonlyMap<string, readonly Generic[]> {
  const index = new Map<string, Generic[]>()
  for (const row of readTable("places/generics.tsv")) {
    const generic = {word: row.word!, sides: new Set(row.side!.split(" ")), kinds: new Set(splitCell(row.kinds))}
    const key = lastWord(generic.word)
    index.set(key, [...(index.get(key) ?? []), generic])
  }
  return index
}

const firstWord = (key: string): string => key.slice(0, key.indexOf(" ") + 1 || undefined).trimEnd()
const lastWord = (key: string): string => key.slice(key.lastIndexOf(" ") + 1)

function restOf(key: string, word: string, sides: ReadonlySet<string>): string | null {
  if (sides.has("after") && key.endsWith(` ${word}`)) return key.slice(0, -word.length - 1)
  if (!key.startsWith(`${word} `)) return null
  const rest = key.slice(word.length + 1)
  if (rest.startsWith("of ")) return sides.has("of") ? rest.slice(3).replace(/^the /, "") : null
  return sides.has("before") ? rest : null
}

/** Another name of a place says less than its first one. */
function weigh(place: Candidate, main: boolean): Candidate {
  return main ? place : {...place, prior: place.prior - (place.precision === "town" ? 0.9 : 1.5)}
}

/** A town that is also called by the name of its country, as Mexico City is, is not meant where that name stands alone. */
const isIn = (town: Candidate, state: Candidate): boolean => state.kind === "country" && town.country === state.country

/** Our own row with the number and division that the packed gazetteer has for the same place. */
function completed(own: Candidate, packed: readonly Candidate[]): Candidate {
  const same = packed.find(place => isSame(own, place))
  if (!same) return own
  const admin1 = own.admin1 ?? same.admin1
  return {
    ...own,
    geonames: own.geonames ?? same.geonames,
    admin1,
    region: regionKey(own.country, admin1),
    prior: Math.max(own.prior, same.prior),
  }
}

/** Our own row for a place that the packed gazetteer has too. */
function isSame(own: Candidate, packed: Candidate): boolean {
  return own.precision === packed.precision && distanceBetween(own, packed) < (own.precision === "region" ? 400 : 30)
}

function byPrior(places: readonly Candidate[]): Candidate[] {
  return [...places].sort((a, b) => b.prior - a.prior)
}
