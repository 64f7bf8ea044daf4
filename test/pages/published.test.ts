import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {pathToFileURL} from "node:url"
import {type Browser, chromium, type Page} from "playwright-core"
import {afterAll, beforeAll, describe, expect, test} from "vitest"
import {exporters} from "../../src/export/exporter.js"
import {recordExporters as forms} from "../../src/export/record-exporters.js"
import type {Reading} from "../../src/record/reading.js"
import {publish} from "../../src/server/publish.js"
import {addReading} from "../../src/store/add-reading.js"
import {openForWriting} from "../../src/store/book.js"
import {needServer} from "../../web/published.js"
import {browserArguments, browserPath, listen, openPage, reason, type Visit, visit} from "./browser.js"
import {everyPage} from "./every-page.js"
import {emptyReading, handmadeReading} from "./handmade.js"

const folder = mkdtempSync(join(tmpdir(), "rapporteur-published-"))
const bookPath = join(folder, "book.db")
const out = join(folder, "out")
/** An organization that is called as a state of the other article is, and acts on that state. */
const namesakes = (): Reading => {
  const {actors, events, positions, quotes} = handmadeReading()
  const [norvik, kesh, torv] = actors
  const company = {...kesh!, id: "a9", kind: "organization" as const, country: null, code: null}
  return emptyReading(
    {text: handmadeReading().document.text!.replace("Norvik recalls", "Norvik again recalls"), title: "Namesakes", day: "2024-05-04"},
    {
      actors: [norvik!, kesh!, torv!, company],
      events: [{...events[2]!, target: ["a9"], figures: [], where: null}],
      quotes: [{...quotes[1]!, speaker: "a9"}],
      positions: [{...positions[0]!, target: "a9", basis: []}],
    },
  )
}
const now = (): Date => new Date("2024-05-04T12:00:00Z")

async function publishThese(readings: readonly Reading[], paths: {bookPath: string; folder: string}): Promise<void> {
  const book = openForWriting(paths.bookPath, now())
  for (const reading of readings) addReading(book, reading, {now: now()})
  book.close()
  await publish({...paths, now})
}
beforeAll(() =>
  publishThese([handmadeReading(), emptyReading({text: "</script><script>window.broken=1</script> \u2028 text", title: "Hostile"})], {
    bookPath,
    folder: out,
  }),
)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

test("every form of export can be made in a published folder, or is named as one that cannot", () => {
  const names = [...forms.map(({name}) => name), ...needServer]
  expect(names.sort()).toEqual(exporters.map(({name}) => name).sort())
})

test("the same book gives the same data files, and only our own folder is written to again", async () => {
  const before = readFileSync(join(out, "data", "events.js"), "utf8")
  await publish({bookPath, folder: out, now})
  expect(readFileSync(join(out, "data", "events.js"), "utf8")).toBe(before)
  const strange = mkdtempSync(join(folder, "strange-"))
  writeFileSync(join(strange, "letter.txt"), "mine")
  await expect(publish({bookPath, folder: strange, now})).rejects.toMatchObject({code: "path"})
})

const asText = (bytes: string): string => Buffer.from(bytes.split(",").map(Number)).toString().slice(0, 1_500)

describe.skipIf(!browserPath)(`a published folder, opened from the disk${reason}`, () => {
  let browser: Browser
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: browserPath!, args: browserArguments})
    page = await browser.newPage()
    page.setDefaultTimeout(20_000)
    complaints = listen(page)
  })
  afterAll(() => browser?.close())
  const open = async (path: string, where = out): Promise<void> => {
    await page.goto("about:blank")
    await page.goto(`${pathToFileURL(join(where, "index.html")).href}#${path}`)
    await page.waitForSelector("h1, .headline, .state h1")
    await page.waitForFunction(() => !document.querySelector(".waiting"))
  }

  test.each(everyPage.map(({path}) => path))("%s shows what it holds, without a word from the network", async path => {
    await open(path)
    expect(await page.locator('[role="alert"]').count()).toBe(0)
    expect(await page.evaluate(() => performance.getEntriesByType("resource").filter(({name}) => !name.startsWith("file:")).length)).toBe(0)
    expect(complaints.splice(0)).toEqual([])
  })

  test("leads from the list to an article and its words, and back", async () => {
    await open("/articles?text=ambassador")
    await expect.poll(() => page.locator("article.line").count()).toBe(1)
    await page.locator("h2 a").first().click()
    await page.locator('[data-id="e1"]').click()
    expect(await page.locator(".lit-main").allTextContents()).toEqual(["recalled"])
    expect(page.url()).toContain("record=e1")
    await page.goBack()
    await expect.poll(() => page.locator("article.line").count()).toBe(1)
  })

  test.each([
    ["/articles?actor=Torv", "article.line", 1],
    ["/articles?country=NOR", "article.line", 1],
    ["/articles?type=SANCTION", "article.line", 1],
    ["/articles?type=PROTEST", "article.line", 0],
    ["/articles?publisher=Port+Sand+Gazette", "article.line", 1],
    ["/articles?since=2024-05-02", "article.line", 1],
    ["/events?status=negated", ".event", 1],
    ["/events?actor=NORGOV&type=REJECT", ".event", 1],
    ["/network?type=REJECT", ".panel tbody tr", 1],
    ["/network?actor=Torv", ".panel tbody tr", 0],
    ["/map?type=SANCTION", "svg a", 1],
    ["/map?type=REJECT", "svg a", 0],
    ["/positions?text=zzz", "td button", 0],
    ["/positions?source=Norvik&target=Kesh", ".position", 1],
    ["/figures?type=injured", ".figure", 0],
    ["/quotes?type=direct", ".speakers li", 1],
  ])("%s is narrowed down without a server", async (path, selector, count) => {
    await open(path)
    await expect.poll(() => page.locator(selector).count()).toBe(count)
    expect(complaints.splice(0)).toEqual([])
  })

  test("actors of the same name stay two: on the network, in the matrix, among speakers, in a filter", async () => {
    const two = join(folder, "namesakes")
    await publishThese([handmadeReading(), namesakes()], {bookPath: join(folder, "namesakes.db"), folder: two})
    const counts = async (path: string, selector: string): Promise<number> => {
      await open(path, two)
      await page.waitForSelector(selector)
      return page.locator(selector).count()
    }
    expect(await counts("/network", ".panel tbody tr")).toBe(2)
    expect(await counts("/positions", "td button")).toBe(2)
    expect(await counts("/quotes?type=direct", ".speakers li")).toBe(2)
    expect(await counts("/events?target=Kesh", ".event")).toBe(3)
    expect(await counts("/events?target=organization::kesh", ".event")).toBe(1)
    await open("/positions", two)
    await page.locator("td button").first().click()
    await expect.poll(() => page.locator(".position").count()).toBe(1)
    expect(complaints.splice(0)).toEqual([])
  })

  describe("beside a server", () => {
    const two = join(folder, "forms")
    let room: Visit
    beforeAll(async () => {
      const readings = [handmadeReading(), namesakes()]
      await publishThese(readings, {bookPath: `${two}.db`, folder: two})
      room = await visit(readings)
    })
    afterAll(() => room?.close())

    test.each([
      "/articles?text=envoy",
      "/article/1",
      "/events?source=Norvik&status=any",
      "/timeline",
      "/actors?type=state",
      "/actor/1",
      "/network",
      "/network?actor=organization::kesh",
      "/map",
      "/quotes?type=direct",
      "/search?text=Norvik",
    ])("what %s shows leaves in the forms of the program, byte for byte as from a server", async path => {
      await openPage(room, path)
      await room.page.locator(".menu > summary").click()
      await room.page.waitForSelector(".menu-body > ul a[href^='/export/']")
      const links = await room.page
        .locator(".menu-body > ul a[href^='/export/']")
        .evaluateAll(all => all.map(link => [link.textContent!, link.getAttribute("href")!] as const))
      const served = new Map<string, string>()
      for (const [name, address] of links.filter(([name]) => !needServer.includes(name)))
        served.set(
          name,
          await room.page.evaluate(async from => [...new Uint8Array(await (await fetch(from)).arrayBuffer())].join(), address),
        )
      const reopen = async (): Promise<void> => {
        await open(path, two)
        await page.locator(".menu > summary").click()
      }
      await reopen()
      const saved = new Map<string, string>()
      for (const name of served.keys()) {
        // A browser gives one visit ten files at most.
        if (saved.size % 8 === 7) await reopen()
        const download = page.waitForEvent("download")
        await page.locator(".menu-body > ul button").getByText(name, {exact: true}).click()
        saved.set(name, [...readFileSync(await (await download).path())].join())
      }
      const unlike = [...served]
        .filter(([name, bytes]) => saved.get(name) !== bytes)
        .map(([name, bytes]) => [name, asText(bytes), asText(saved.get(name)!)])
      expect(unlike).toEqual([])
      expect(served.size).toBeGreaterThan(3)
      expect(complaints.splice(0)).toEqual([])
    })
  })

  test("what is shown is saved without a server, and the whole book lies beside in every form", async () => {
    await open("/quotes?actor=Torv&type=direct")
    await page.locator(".menu > summary").click()
    const save = async (name: string): Promise<string> => {
      const saved = page.waitForEvent("download")
      await page.getByRole("button", {name, exact: true}).click()
      return readFileSync(await (await saved).path(), "utf8")
    }
    const json = await save("JSON")
    const csv = await save("CSV, for a spreadsheet")
    expect(JSON.parse(json).rows).toMatchObject([{kind: "direct", speaker: "Ana Torv"}])
    expect(csv.trim().split("\r\n")).toHaveLength(2)
    await page.locator(".menu-body details > summary").click()
    const links = await page.locator(".menu-body details a").evaluateAll(all => all.map(link => link.getAttribute("href")!))
    expect(links).toContain("export/rapporteur.gexf")
    for (const link of links) expect(existsSync(join(out, link))).toBe(true)
    expect(complaints).toEqual([])
  })

  test("keeps filters, and markup stays text", async () => {
    await open("/quotes?actor=Torv&type=direct")
    await expect.poll(() => page.locator("figure.quote").count()).toBe(1)
    await open("/articles")
    expect(await page.locator("article.line").count()).toBe(2)
    expect(await page.evaluate(() => (window as unknown as {broken?: number}).broken)).toBeUndefined()
    expect(complaints).toEqual([])
  })
})
