// Scores the incident that an article reports, where the development data names exactly one (MUC's keys, attacks and bombings carried out): how many were
// killed and injured, on which day, where. The answer is the count of a kind that the article repeats most, and day and place of the first act of
// force that has them, as an analyst would fill a row of an incident table. `--show` lists what is wrong, `--limit N` spreads over the file.
import {readFileSync} from "node:fs"
import {join} from "node:path"
import {pathToFileURL} from "node:url"

const program = process.env.RAPPORTEUR_DIST ?? new URL("../dist/src", import.meta.url).href
const kinds = new Set(["ATTACK", "BOMBING", "ARSON"])
const months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ")
const earthKm = 6371

/** What the project aims at, in percent. */
export const incidentTargets = {casualties: 65, date: 75, "place within 20 km": 70}

/** Shares of incidents that are right, in percent, with the number of incidents each was asked for. */
export async function measureIncidents({gold = process.env.RAPPORTEUR_GOLD, limit, show = () => {}} = {}) {
  const {readArticle} = await import(`${program}/read-article.js`)
  const {loadGazetteer} = await import(`${program}/lexicon/places/gazetteer.js`)
  const tally = {}
  const count = (name, isRight) => {
    tally[name] ??= {asked: 0, right: 0}
    tally[name].asked++
    tally[name].right += isRight ? 1 : 0
  }
  for (const row of spread(readRows(join(gold, "data", "figures", "muc_dev.jsonl")), limit)) {
    const [incident] = row.incidents
    const published = dayOf(row.dateline?.date)
    const reading = await readArticle({
      id: row.id,
      text: row.text,
      language: "en",
      ...(published ? {published: {from: published, to: published, basis: "given"}} : {}),
    })
    const answer = answerOf(reading)
    const wanted = {...casualtiesOf(incident), day: dayOf(incident.date), place: placeOf(incident, loadGazetteer())}
    const judged = judge(answer, wanted, published)
    for (const [name, isRight] of Object.entries(judged)) count(name, isRight)
    if (Object.values(judged).includes(false)) show({id: row.id, incident, answer, judged, reading})
  }
  return Object.fromEntries(Object.entries(tally).map(([name, {asked, right}]) => [name, {asked, share: (100 * right) / asked}]))
}

function judge(answer, {killed, injured, day, place}, published) {
  const isRight = {}
  if (killed && injured) isRight.casualties = killed.includes(answer.killed ?? 0) && injured.includes(answer.injured ?? 0)
  if (day) {
    isRight.date = answer.day === day
    isRight["date, that of publication taken"] = published === day
  }
  if (place) isRight["place within 20 km"] = answer.place !== null && kilometres(answer.place, place) <= 20
  return isRight
}

/** Incidents alone in their message and told as carried out. */
function readRows(file) {
  const rows = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map(line => JSON.parse(line))
  return rows.filter(
    ({incidents: [first, second]}) => first && !second && first.stage === "ACCOMPLISHED" && first.type.some(type => kinds.has(type)),
  )
}

const spread = (rows, limit) => (limit ? rows.filter((_, index) => index % Math.ceil(rows.length / limit) === 0) : rows)

/** "30 DEC 89" as a day; null for spans and open dates. */
function dayOf(words) {
  const [, day, month, year] = /^(\d{1,2}) ([A-Z]{3}) (\d\d)$/.exec(words ?? "") ?? []
  return day && months.includes(month) ? `19${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}` : null
}

/** The counts that are right, all alternatives of the key; null where the key leaves a number open or counts several groups of victims. */
function casualtiesOf({human_targets: targets}) {
  const of = effect => {
    const hit = targets.filter(target => target.effect.some(said => said.replace(/[?()\s]/g, "") === effect))
    if (hit.length === 0) return [0]
    const values = hit.length === 1 ? hit[0].number.map(number => number?.value) : [null]
    return values.length > 0 && values.every(Number.isFinite) ? values : null
  }
  return {killed: of("DEATH"), injured: of("INJURY")}
}

/** The point of the innermost place that the key names and the gazetteer knows; null for a country alone. */
function placeOf({location}, gazetteer) {
  if (location.length !== 1) return null
  const [country, ...parts] = location[0].split(/: | - /).map(part => part.replace(/ \([^)]*\)$/, ""))
  const land = gazetteer.find(country).candidates?.[0]?.country
  for (const part of parts.reverse()) {
    const known = gazetteer.find(part).candidates.filter(candidate => candidate.country === land && candidate.lat !== null)
    if (known.length > 0) return known.sort((one, other) => (other.population ?? 0) - (one.population ?? 0))[0]
  }
  return null
}

function answerOf({events, figures, places}) {
  const acts = events.filter(event => event.type === "ASSAULT" && event.status === "actual")
  const where = acts.map(event => places.find(place => place.id === event.where)).find(place => place && place.lat !== null)
  return {
    killed: mostSaid(figures, "killed"),
    injured: mostSaid(figures, "injured"),
    day: acts.map(event => event.when).find(when => when.from !== null && when.from === when.to)?.from ?? null,
    place: where ?? null,
  }
}

/** The count of a kind that is said most often, of equals the first; null when there is none. */
function mostSaid(figures, kind) {
  const values = figures.filter(figure => figure.kind === kind && figure.value !== null).map(figure => figure.value)
  const often = value => values.filter(other => other === value).length
  return values.reduce((best, value) => (best === null || often(value) > often(best) ? value : best), null)
}

function kilometres(one, other) {
  const rad = degrees => (degrees * Math.PI) / 180
  const half =
    Math.sin(rad(other.lat - one.lat) / 2) ** 2 +
    Math.cos(rad(one.lat)) * Math.cos(rad(other.lat)) * Math.sin(rad(other.lon - one.lon) / 2) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(half)))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const at = process.argv.indexOf("--limit")
  const show = process.argv.includes("--show") ? wrong => console.log(JSON.stringify(summary(wrong))) : undefined
  const result = await measureIncidents({limit: at > 0 ? Number(process.argv[at + 1]) : undefined, ...(show ? {show} : {})})
  for (const [name, {asked, share}] of Object.entries(result)) console.log(`${name}: ${share.toFixed(1)} % of ${asked}`)
}

function summary({id, incident, answer, judged}) {
  const {killed, injured, day, place} = answer
  return {
    id,
    judged,
    wanted: {date: incident.date, location: incident.location, ...casualtiesOf(incident)},
    got: {killed, injured, day, place: place && [place.name, place.country, place.lat, place.lon]},
  }
}
