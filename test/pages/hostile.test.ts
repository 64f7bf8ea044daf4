import {afterAll, beforeAll, describe, expect, test} from "vitest"
import type {Reading} from "../../src/record/reading.js"
import {addReading} from "../../src/store/add-reading.js"
import {browserPath, reason, type Visit, visit} from "./browser.js"
import {everyPage} from "./every-page.js"
import {emptyReading, handmadeReading} from "./handmade.js"

const script = `<img src=x onerror="window.broken=1"><script>window.broken=1</script>"'><svg onload=window.broken=1>`
const scripted = emptyReading({
  text: `${script}\n\njavascript:alert(1) {{constructor}} \${1} ]]> <!-- </p></div>`,
  title: `${script} in a title`,
})
const mixed = emptyReading({
  text: "قال الوزير “لن نوقّع” يوم الجمعة. The minister said \u202eevil\u202c and Z̷̧̛͓̬̈́a̴͝l̵͘g̸̛o \u0007 e\u0301 👩‍👩‍👧‍👦 שלום.\n\nSecond line.",
  title: "مؤتمر صحفي \u202eabc",
})

/** Three thousand highlights over one text, nested and overlapping in every way. */
function crowded(): Reading {
  const text = "word ".repeat(2_000)
  const figures = Array.from({length: 3_000}, (_, index): Reading["figures"][number] => {
    const start = (index * 37) % 9_000
    return {
      id: `f${index}`,
      start,
      end: Math.min(10_000, start + 5 + ((index * 13) % 800)),
      kind: "other",
      value: index,
      low: index,
      high: index,
      bound: "exact",
      change: null,
      unit: null,
      of: null,
      status: "reported",
      source: null,
      asOf: null,
      where: null,
      trace: [],
    }
  })
  return emptyReading({text, title: "Crowded"}, {figures})
}

function huge(): Reading {
  const text = `${"All work and no play makes a long text. ".repeat(50)}\n`.repeat(2_600)
  const figures = Array.from({length: 2_000}, (_, index): Reading["figures"][number] => ({
    id: `f${index}`,
    start: index * 2_500,
    end: index * 2_500 + 8,
    kind: "other",
    value: index,
    low: index,
    high: index,
    bound: "exact",
    change: null,
    unit: null,
    of: null,
    status: "reported",
    source: null,
    asOf: null,
    where: null,
    trace: [],
  }))
  return emptyReading({text, title: "Huge"}, {figures})
}

describe.skipIf(!browserPath)(`hostile articles${reason}`, () => {
  let room: Visit
  const readings = {scripted, mixed, crowded: crowded(), huge: huge()}
  beforeAll(async () => {
    room = await visit(Object.values(readings))
  })
  afterAll(() => room?.close())
  const open = async (reading: Reading, query = ""): Promise<void> => {
    await room.page.goto(`${room.base}/article/${reading.document.hash.slice(0, 16)}${query}`)
    await room.page.waitForSelector(".text p")
  }

  test("markup in a text or title stays text, everywhere", async () => {
    await open(scripted)
    expect(await room.page.locator("h1").textContent()).toContain("<script>window.broken=1</script>")
    expect(await room.page.locator(".text").textContent()).toBe(scripted.document.text)
    for (const path of ["/articles", "/search?text=constructor", `/articles?text=${encodeURIComponent(script)}`]) {
      await room.page.goto(room.base + path)
      await room.page.waitForFunction(() => !document.querySelector(".waiting"))
    }
    await room.page.waitForTimeout(200)
    expect(
      await room.page.evaluate(() => [
        (window as unknown as {broken?: number}).broken,
        document.querySelectorAll("main img, main script, .text svg").length,
      ]),
    ).toEqual([undefined, 0])
    expect(room.complaints).toEqual([])
  })

  test("the page has exactly as many elements as we make, whatever the text says", async () => {
    await open(scripted)
    expect(await room.page.locator(".text *").count()).toBe(3 + 3)
  })

  test("names that are markup stay names, on every page", async () => {
    const {actors, places, ...rest} = handmadeReading()
    const named = {
      ...rest,
      actors: actors.map(actor => ({...actor, name: `${script} ${actor.name}`})),
      places: places.map(place => ({...place, name: `${script} ${place.name}`})),
    }
    room.write(book => addReading(book, {...named, document: {...rest.document, title: script, publisher: script}}, {now: new Date(0)}))
    const holding = everyPage.filter(({view}) => !["help", "quarantine"].includes(view)).map(({path}) => path)
    for (const path of [...holding, "/article/handmade?layers=1234567"]) {
      await room.page.goto(room.base + path)
      await room.page.waitForFunction(
        () => !document.querySelector(".waiting") && (document.querySelector("main")?.textContent ?? "").includes("<script>"),
      )
      expect([
        path,
        await room.page.evaluate(() => [
          (window as unknown as {broken?: number}).broken,
          document.querySelectorAll("main img, main script").length,
        ]),
      ]).toEqual([path, [undefined, 0]])
    }
    expect(room.complaints).toEqual([])
  })

  test("right-to-left text, combining marks and control characters come out as they are", async () => {
    await open(mixed)
    expect(await room.page.locator(".text").textContent()).toBe(mixed.document.text)
    expect(
      await room.page
        .locator(".text p")
        .first()
        .evaluate(line => getComputedStyle(line).direction),
    ).toBe("rtl")
  })

  test("three thousand overlapping highlights are flat pieces, and each can be lit", async () => {
    await open(readings.crowded)
    expect(await room.page.locator(".text mark mark").count()).toBe(0)
    expect(await room.page.locator(".text").textContent()).toBe(readings.crowded.document.text)
    await open(readings.crowded, "?record=f2999")
    const {start, end} = readings.crowded.figures[2_999]!
    const lit = await room.page.locator(".lit-main").allTextContents()
    expect(lit.join("")).toBe(readings.crowded.document.text!.slice(start, end))
    const started = Date.now()
    for (let press = 0; press < 10; press++) await room.page.keyboard.press("n")
    expect(await room.page.locator(".card.on").count()).toBe(1)
    expect(started).toBeGreaterThan(0)
  })

  test("five megabytes are shown in parts, and a record is found in its part", async () => {
    expect(readings.huge.document.text!.length).toBeGreaterThan(5_000_000)
    await open(readings.huge)
    const shown = (await room.page.locator(".text").textContent())!
    expect(readings.huge.document.text!.startsWith(shown)).toBe(true)
    expect(shown.length).toBeGreaterThan(50_000)
    expect(await room.page.locator(".parts").first().textContent()).toContain("Part 1 of")
    await open(readings.huge, "?record=f1500")
    await room.page.waitForSelector(".card.on")
    expect(
      await room.page
        .locator(".lit-main")
        .first()
        .evaluate(element => element.getBoundingClientRect().top < innerHeight),
    ).toBe(true)
    expect(room.complaints).toEqual([])
  })
})
