import {type Candidate, distanceBetween} from "./candidate.js"

/** One vote for what an article is about. `key` names the voter, so that nobody votes for himself. */
export interface Vote {
  readonly key: string
  readonly place: Candidate
  readonly weight: number
}

/** Places that are this near to others of the article are likelier; kilometres. */
const reach = 150

/** What the places of an article, as far as they are decided, say about an undecided one. */
export class Context {
  private readonly countries = new Map<string, number>()
  private readonly regions = new Map<string, number>()
  private readonly cells = new Map<string, Vote[]>()
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

  /** Near 1 for a place beside another one of the article, 0 far from all of them. */
  nearness(key: string, candidate: Candidate): number {
    let best = 0
    for (let north = -1; north <= 1; north++) {
      for (let east = -1; east <= 1; east++) {
        for (const vote of this.cells.get(cellOf(candidate, north, east)) ?? []) {
          if (vote.key !== key) best = Math.max(best, Math.exp(-distanceBetween(candidate, vote.place) / reach))
        }
      }
    }
    return best
  }

  private take(vote: Vote): void {
    const {place, weight, key} = vote
    this.own.set(key, [...(this.own.get(key) ?? []), vote])
    if (place.country === null) return
    this.total += weight
    this.countries.set(place.country, (this.countries.get(place.country) ?? 0) + weight)
    const region = regionOf(place)
    if (region !== null) this.regions.set(region, (this.regions.get(region) ?? 0) + weight)
    if (place.precision === "country" || place.precision === "none") return
    const cell = cellOf(place, 0, 0)
    const cellVotes = this.cells.get(cell) ?? []
    if (cellVotes.length < 8) this.cells.set(cell, [...cellVotes, vote])
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

function regionOf({country, admin1}: Candidate): string | null {
  return admin1 === null ? null : `${country} ${admin1}`
}

/** Cells of two degrees. */
function cellOf({lat, lon}: Candidate, north: number, east: number): string {
  return `${Math.floor(lat / 2) + north} ${Math.floor(lon / 2) + east}`
}
