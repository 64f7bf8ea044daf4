import {type Candidate, distanceBetween} from "../../lexicon/places/candidate.js"

/** One vote for what an article is about. `key` names the voter, so that nobody votes for himself. */
export interface Vote {
  readonly key: string
  readonly place: Candidate
  readonly weight: number
}

/** Places that are this near to others of the article are likelier; kilometres. */
const reach = 60

/** What the places of an article, as far as they are decided, say about an undecided one. */
export class Context {
  private readonly countries = new Map<string, number>()
  private readonly regions = new Map<string, number>()
  private readonly cells = new Map<number, Vote[]>()
  private readonly own = new Map<string, Vote[]>()
  private total = 0

  constructor(votes: readonly Vote[]) {
    for (const vote of votes) this.take(vote)
  }

  /** Share of the article's other places that lie in the candidate's country, 0 to 1. */
  countryShare(key: string, {country}: Candidate): number {
    return country === null ? 0 : this.share(key, this.countries.get(country) ?? 0, other => other.country === country)
  }

  /** Share of those that lie in its first-level division. */
  regionShare(key: string, candidate: Candidate): number {
    const region = regionOf(candidate)
    return region === null ? 0 : this.share(key, this.regions.get(region) ?? 0, other => regionOf(other) === region)
  }

  /** How many other names of the article can mean places beside this one: each counts up to its weight, less the farther it is; at most 2. */
  nearness(key: string, candidate: Candidate): number {
    if (candidate.precision === "country" || candidate.precision === "none") return 0
    const best = new Map<string, number>()
    for (let north = -1; north <= 1; north++) {
      for (let east = -1; east <= 1; east++) {
        for (const vote of this.cells.get(cellOf(candidate, north, east)) ?? []) {
          if (vote.key === key) continue
          const strength = vote.weight * Math.exp(-distanceBetween(candidate, vote.place) / reach)
          if (strength > (best.get(vote.key) ?? 0)) best.set(vote.key, strength)
        }
      }
    }
    let sum = 0
    for (const strength of best.values()) sum += strength
    return Math.min(2, sum)
  }

  /** The largest share of the article's other places that lie in one country, 0 to 1. */
  focus(key: string): number {
    let most = 0
    for (const country of this.countries.keys()) {
      const matches = (other: Candidate) => other.country === country
      most = Math.max(most, this.share(key, this.countries.get(country)!, matches))
    }
    return most
  }

  private take(vote: Vote): void {
    const {place, weight, key} = vote
    const mine = this.own.get(key)
    if (mine) mine.push(vote)
    else this.own.set(key, [vote])
    if (place.country === null) return
    this.total += weight
    this.countries.set(place.country, (this.countries.get(place.country) ?? 0) + weight)
    const region = regionOf(place)
    if (region !== null) this.regions.set(region, (this.regions.get(region) ?? 0) + weight)
    if (place.precision === "country" || place.precision === "none") return
    const cell = cellOf(place, 0, 0)
    const cellVotes = this.cells.get(cell) ?? []
    if (cellVotes.length === 0) this.cells.set(cell, cellVotes)
    if (cellVotes.length < 30) cellVotes.push(vote)
  }

  private share(key: string, sum: number, matches: (place: Candidate) => boolean): number {
    let mine = 0
    let matching = 0
    for (const vote of this.own.get(key) ?? []) {
      if (vote.place.country !== null) mine += vote.weight
      if (vote.place.country !== null && matches(vote.place)) matching += vote.weight
    }
    const rest = this.total - mine
    return rest < 0.01 ? 0 : ((sum - matching) / rest) * Math.min(1, rest / 2)
  }
}

const regionOf = ({region}: Candidate): string | null => region

/** Cells of two degrees, numbered. */
function cellOf({lat, lon}: Candidate, north: number, east: number): number {
  return (Math.floor(lat / 2) + north + 100) * 400 + Math.floor(lon / 2) + east + 100
}
