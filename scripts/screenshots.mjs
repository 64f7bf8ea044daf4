// Makes docs/screenshots/*.png from samples/: every page in light and dark. `node scripts/screenshots.mjs [page…]`; needs Chromium.
import {spawnSync} from "node:child_process"
import {existsSync, mkdirSync, mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {Readable} from "node:stream"
import {chromium} from "playwright-core"
import {ensureBuilt, root, say} from "./checkout.mjs"

ensureBuilt()
const built = path => import(join(root, "dist", "src", path))
const [{serve}, {addItems}, {readInputs}, {openForWriting}] = await Promise.all(
  ["server/serve.js", "store/add-items.js", "ingest/open.js", "store/book.js"].map(built),
)
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(path => path && existsSync(path))
if (!executablePath) {
  say("Screenshots need Chromium: apt-get install chromium, or set CHROMIUM.")
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), "rapporteur-screenshots-"))
const bookPath = join(folder, "book.db")
const now = () => new Date("2024-05-01T12:00:00Z")
const book = openForWriting(bookPath, now())
process.chdir(root)
const items = readInputs({names: ["samples"], stdin: Readable.from([]), published: null})
for await (const step of addItems(book, items, {threads: 0, now})) if (step.outcome === "quarantined") say(`${step.at} could not be read`)
const article = book.database.first("SELECT hash FROM articles WHERE origin LIKE '%tbilisi%'").hash.slice(0, 16)
const event = book.database.first(
  "SELECT e.id FROM events e JOIN readings r ON r.number = e.reading JOIN articles a ON a.number = r.article WHERE a.origin LIKE '%tbilisi%' AND e.type = 'ASSAULT' AND e.target <> '[]' LIMIT 1",
)
const pair = book.database.first(
  "SELECT s.key AS source, t.key AS target FROM acts JOIN who s ON s.number = acts.source JOIN who t ON t.number = acts.target WHERE acts.status = 'actual' AND s.number <> t.number GROUP BY s.number, t.number ORDER BY count(*) DESC, s.key, t.key LIMIT 1",
)
const tie = `${pair.source}→${pair.target}`
const actor = book.database.first("SELECT who FROM identities GROUP BY who ORDER BY count(*) DESC, who LIMIT 1").who
book.close()

const shots = [
  ["articles", "/articles"],
  ["article", `/article/${article}?record=${event?.id ?? "e1"}`],
  ["events", "/events"],
  ["timeline", "/timeline"],
  ["actors", "/actors"],
  ["actor", `/actor/${actor}`],
  ["network", "/network"],
  ["network-tie", `/network?edge=${encodeURIComponent(tie)}`],
  ["map", "/map"],
  ["quotes", "/quotes"],
  ["figures", "/figures"],
  ["positions", "/positions"],
  ["quarantine", "/quarantine"],
  ["search", "/search?text=government"],
  ["help", "/help"],
]
const wanted = process.argv.slice(2)
const out = join(root, "docs", "screenshots")
mkdirSync(out, {recursive: true})
const room = await serve({bookPath, host: "127.0.0.1", port: 0, tokenFile: null, now})
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
})
const context = await browser.newContext({locale: "en-GB", timezoneId: "UTC", reducedMotion: "reduce"})
const page = await context.newPage()
await page.goto(room.address)
const base = new URL(room.address).origin

const phones = [
  ["article-phone", shots[1][1]],
  ["articles-phone", "/articles"],
  ["network-phone", "/network"],
  ["timeline-phone", "/timeline"],
]
for (const [name, path] of [...shots, ...phones]) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const size = name.endsWith("-phone") ? {width: 390, height: 760} : {width: 1280, height: 800}
  await page.setViewportSize(size)
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({colorScheme})
    await page.goto(base + path)
    await page.waitForLoadState("networkidle")
    await page.waitForTimeout(250)
    const file = join(out, `${name}-${colorScheme}.png`)
    await page.screenshot({path: file})
    // A quarter of the size where pngquant is installed; nothing is lost without it.
    spawnSync("pngquant", ["--force", "--strip", "--skip-if-larger", "--output", file, "64", file])
  }
  say(name)
}
await browser.close()
await room.close()
rmSync(folder, {recursive: true, force: true})
