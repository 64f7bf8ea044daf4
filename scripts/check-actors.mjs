// Checks the tables in data/actors: unknown codes, broken references, malformed dates, overlapping
// holders of an office that has one holder, gaps of more than 400 days, names that mean two things.
// Prints FILE:LINE: message for each finding and exits with 1 when there is one.
import {readFileSync} from "node:fs"
import {join} from "node:path"
import {fileURLToPath} from "node:url"

const folder = process.argv[2] ?? fileURLToPath(new URL("../data/actors/", import.meta.url))
const DAY = 86_400_000
const TODAY = Date.UTC(2026, 10, 24)
const LONGEST_GAP = 400
const FIRST_YEAR = Date.UTC(1990, 0, 1)

const words = text => new Set(text.split(" "))
const COLUMNS = {
  "states.tsv": "id code name aliases former demonyms adjectives capital seats parent extra claimed wikidata",
  "leaders.tsv": "id name surname aliases country office title from to sectors organisation gender wikidata",
  "organisations.tsv": "id name aliases country kind sectors cameo from to parent wikidata",
  "roles.tsv": "phrase sector cameo number heads notes",
  "metonyms.tsv": "name actor sense notes",
}
const NOT_STATES = "IGO UNO EUR NGO ISM IMG MNC".split(" ")
const SECTORS = words("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC")
const OFFICES = words(
  "head-of-state head-of-government monarch foreign-minister defence-minister interior-minister vice-president opposition-leader party-leader military-leader spokesperson un-official other",
)
const ONE_HOLDER = words("head-of-state head-of-government monarch foreign-minister defence-minister interior-minister")
const KINDS = words(
  "government ministry agency parliament court army police intelligence igo armed-group criminal party movement ngo union company bank media religious think-tank university",
)
const SENSES = words(
  "government presidency prime-minister ministry foreign-ministry defence-ministry interior-ministry finance-ministry army parliament court police intelligence central-bank igo royal-house church opposition markets",
)

const findings = []
const report = (row, message) => findings.push(`data/actors/${row.file}:${row.line}: ${message}`)
const list = cell => (cell === "" ? [] : cell.split("|"))

function readTable(file) {
  const rows = []
  const comments = []
  let header
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .forEach((text, index) => {
      const at = {file, line: index + 1}
      if (text === "" || text.startsWith("#")) comments.push({...at, text})
      else if (!header) {
        header = text.split("\t")
        if (header.join(" ") !== COLUMNS[file]) report(at, `columns are not "${COLUMNS[file]}"`)
      } else rows.push(readRow(at, header, text))
    })
  return {rows, comments}
}

function readRow(at, header, text) {
  const cells = text.split("\t")
  if (cells.length !== header.length) report(at, `${cells.length} cells, not ${header.length}`)
  const row = {...at}
  header.forEach((name, i) => {
    const cell = cells[i] ?? ""
    if (cell !== cell.trim()) report(at, `space around "${cell}" in ${name}`)
    if (list(cell).some(part => part === "" || part !== part.trim())) report(at, `empty or padded part in ${name}`)
    row[name] = cell
  })
  return row
}

/** The first and the last day a date may mean (milliseconds), or null when it is malformed. */
function readDate(text) {
  const found = /^~?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!found) return null
  const [year, month, day] = found.slice(1).map(part => (part === undefined ? undefined : Number(part)))
  if (month !== undefined && (month < 1 || month > 12)) return null
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  if (day !== undefined && new Date(first).getUTCDate() !== day) return null
  const last = day !== undefined ? first : month !== undefined ? Date.UTC(year, month, 0) : Date.UTC(year, 11, 31)
  return {first, last, rough: text.startsWith("~")}
}

function checkDates(row) {
  const from = row.from === "" ? undefined : readDate(row.from)
  const to = row.to === "" ? undefined : readDate(row.to)
  if (from === null) report(row, `malformed date "${row.from}"`)
  if (to === null) report(row, `malformed date "${row.to}"`)
  if (from && to && from.first > to.last) report(row, `${row.from} is after ${row.to}`)
  return {from: from ?? undefined, to: to ?? undefined}
}

function checkCodes(row, codes) {
  const code = row.country ?? row.code
  if (!codes.has(code)) report(row, `unknown country code "${code}"`)
  for (const sector of list(row.sectors ?? "")) {
    if (!SECTORS.has(sector)) report(row, `unknown sector "${sector}"`)
  }
  if (row.wikidata && !/^Q\d{1,12}$/.test(row.wikidata)) report(row, `malformed Wikidata id "${row.wikidata}"`)
  if (!/^[a-z0-9]{1,20}(?:-[a-z0-9]{1,40}){1,30}$/.test(row.id)) report(row, `malformed id "${row.id}"`)
}

function checkUnique(rows, key, what) {
  const seen = new Map()
  for (const row of rows) {
    const value = key(row)
    const earlier = seen.get(value)
    if (earlier) report(row, `${what} "${value}" stands in line ${earlier.line} already`)
    else seen.set(value, row)
  }
}

/** One name must not mean two actors of the same country, unless a line "# same name:" allows it. */
function checkNames(rows, country, comments = []) {
  const owner = new Map()
  const shared = new Set(comments.map(({text}) => /^# same name: (.{2,60})$/.exec(text)?.[1]))
  for (const row of rows) {
    const own = new Set([row.name, ...list(row.aliases)])
    if (own.size <= list(row.aliases).length) report(row, `an alias of "${row.name}" stands twice`)
    for (const name of own) {
      const key = `${country(row)} ${name}`
      const other = owner.get(key)
      if (other && other.id !== row.id && !shared.has(name)) report(row, `"${name}" is also ${other.id} (line ${other.line})`)
      else owner.set(key, row)
    }
  }
}

function checkStates(rows) {
  const codes = new Set(rows.map(row => row.code))
  for (const row of rows) {
    checkCodes(row, codes)
    if (!/^[A-Z]{3}$/.test(row.code)) report(row, `malformed code "${row.code}"`)
    if (row.parent && !codes.has(row.parent)) report(row, `unknown parent "${row.parent}"`)
    if (row.claimed && !codes.has(row.claimed)) report(row, `unknown claimant "${row.claimed}"`)
    if (row.extra !== "" && row.extra !== "PRE") report(row, `unknown extra "${row.extra}"`)
    for (const part of list(row.former)) {
      if (!/^[^@]{2,60}@\d{4}\.\.\d{4}$/.test(part)) report(row, `malformed former name "${part}"`)
    }
  }
  checkUnique(rows, row => row.id, "id")
  checkNames(rows, () => "")
  return codes
}

function checkLeaders({rows, comments}, codes, organisations) {
  const people = new Map()
  const offices = new Map()
  for (const row of rows) {
    checkCodes(row, codes)
    if (!OFFICES.has(row.office)) report(row, `unknown office "${row.office}"`)
    if (!["m", "f", ""].includes(row.gender)) report(row, `unknown gender "${row.gender}"`)
    if (row.organisation && !organisations.has(row.organisation)) report(row, `unknown organisation "${row.organisation}"`)
    if (row.surname === "" || row.title === "") report(row, "surname and title must not be empty")
    const person = people.get(row.id)
    if (person && person.name !== row.name) report(row, `id "${row.id}" is ${person.name} in line ${person.line}`)
    people.set(row.id, row)
    const dates = checkDates(row)
    if (!ONE_HOLDER.has(row.office) || row.country === "UNO" || row.country === "EUR") continue
    const key = `${row.country} ${row.office} ${row.organisation}`.trim()
    if (!offices.has(key)) offices.set(key, [])
    offices.get(key).push({row, ...dates})
  }
  checkUnique(rows, row => [row.id, row.office, row.title, row.from, row.to].join(" "), "tenure")
  checkNames(rows, row => row.country, comments)
  const open = readOpen(comments)
  for (const [key, tenures] of offices) checkOffice(key, tenures, open)
}

/** Gaps that the table itself declares: "# open: KOR defence-minister 1990..2004 why". */
function readOpen(comments) {
  const open = new Map()
  for (const comment of comments) {
    if (!comment.text.startsWith("# open: ")) continue
    const found = /^# open: ([A-Z]{3} [a-z-]{4,20}) ([\d-]{4,10})\.\.([\d-]{0,10})(?: .{1,200})?$/.exec(comment.text)
    const from = found && readDate(found[2])
    const to = found && (found[3] === "" ? {last: TODAY} : readDate(found[3]))
    if (!from || !to) report(comment, "malformed open line")
    else open.set(found[1], [...(open.get(found[1]) ?? []), {from: from.first, to: to.last}])
  }
  return open
}

function checkOffice(key, tenures, open) {
  const known = tenures.filter(tenure => tenure.from)
  known.sort((a, b) => a.from.first - b.from.first || (a.to?.first ?? TODAY) - (b.to?.first ?? TODAY))
  let last
  for (const tenure of known) {
    if (last) checkPair(key, last, tenure, open)
    if (!last || (tenure.to?.last ?? TODAY) >= (last.to?.last ?? TODAY)) last = tenure
  }
  if (last?.to && !key.includes(" org-")) checkGap({key, open, row: last.row}, last.to.last, TODAY)
}

function checkPair(key, earlier, later, open) {
  const ends = earlier.to?.first ?? TODAY
  const rough = earlier.to?.rough || later.from.rough
  if (!rough && ends - later.from.last > DAY && later.from.first !== ends) {
    report(later.row, `${later.row.name} overlaps ${earlier.row.name} (line ${earlier.row.line}) as ${key}`)
  }
  if (earlier.to) checkGap({key, open, row: later.row}, earlier.to.last, later.from.first)
}

function checkGap({key, open, row}, from, to) {
  if (to - from <= LONGEST_GAP * DAY || to < FIRST_YEAR) return
  const declared = (open.get(key) ?? []).some(gap => gap.from <= from + 31 * DAY && gap.to >= to - 31 * DAY)
  if (declared) return
  const day = time => new Date(time).toISOString().slice(0, 10)
  report(row, `gap of ${Math.round((to - from) / DAY)} days: ${key} ${day(from)}..${day(to)}`)
}

function checkOrganisations(rows, codes) {
  const ids = new Set(rows.map(row => row.id))
  for (const row of rows) {
    checkCodes(row, codes)
    checkDates(row)
    if (!KINDS.has(row.kind)) report(row, `unknown kind "${row.kind}"`)
    if (row.parent && !ids.has(row.parent)) report(row, `unknown parent "${row.parent}"`)
    if (!/^(?:[A-Z]{3}){0,4}$/.test(row.cameo)) report(row, `malformed CAMEO code "${row.cameo}"`)
  }
  checkUnique(rows, row => row.id, "id")
  checkNames(rows, row => row.country)
  return ids
}

function checkRoles(rows) {
  for (const row of rows) {
    for (const sector of list(row.sector)) if (!SECTORS.has(sector)) report(row, `unknown sector "${sector}"`)
    if (!["person", "group", "institution"].includes(row.number)) report(row, `unknown number "${row.number}"`)
    if (!["", "1"].includes(row.heads)) report(row, `unknown heads "${row.heads}"`)
    if (!row.notes.split(" ").every(note => ["", "label", "weak", "abroad", "beat", "body", "outside", "rank"].includes(note)))
      report(row, `unknown note "${row.notes}"`)
  }
  checkUnique(rows, row => row.phrase, "phrase")
}

function checkMetonyms(rows, actors) {
  for (const row of rows) {
    if (!actors.has(row.actor)) report(row, `unknown actor "${row.actor}"`)
    if (!SENSES.has(row.sense)) report(row, `unknown sense "${row.sense}"`)
  }
  checkUnique(rows, row => row.name, "name")
}

const tables = Object.fromEntries(Object.keys(COLUMNS).map(file => [file, readTable(file)]))
const codes = new Set([...checkStates(tables["states.tsv"].rows), ...NOT_STATES])
const organisations = checkOrganisations(tables["organisations.tsv"].rows, codes)
checkLeaders(tables["leaders.tsv"], codes, organisations)
checkRoles(tables["roles.tsv"].rows)
const stateIds = tables["states.tsv"].rows.map(row => row.id)
checkMetonyms(tables["metonyms.tsv"].rows, new Set([...stateIds, ...organisations]))
for (const [file, table] of Object.entries(tables)) console.log(`${file} ${table.rows.length} rows`)
for (const finding of findings) console.error(finding)
console.log(`${findings.length} findings`)
process.exitCode = findings.length === 0 ? 0 : 1
