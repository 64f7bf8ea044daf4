import {readFileSync} from "node:fs"
import {createRequire} from "node:module"
import {afterAll, afterEach, beforeAll, describe, expect, test} from "vitest"
import {browserPath, openPage, reason, type Visit, visitTwoArticles} from "./browser.js"
import {everyPage, forgottenViews} from "./every-page.js"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
/** States of pages that look different from their beginnings. */
const states = [
  "/article/handmade?record=e1&layers=1234567",
  "/timeline?lanes=dyad",
  "/network?edge=Norvik→Kesh",
  "/map?place=Port%20Sand",
  "/positions?source=Norvik&target=Kesh",
  "/search",
  "/nowhere",
  "/article/0123456789abcdef",
  "/actor/999",
  "/articles?text=zzzz",
  "/network?actor=zzzz",
  "/events?text=zzzz",
]
const exported = ["/articles?text=envoy", "/events?source=Norvik", "/actors?type=state", ...everyPage.map(({path}) => path)].filter(
  path => !["/help", "/quarantine"].includes(path),
)

describe.skipIf(!browserPath)(`every page${reason}`, () => {
  let room: Visit
  beforeAll(async () => {
    room = await visitTwoArticles()
  })
  afterAll(() => room?.close())
  afterEach(() => {
    expect(room.complaints.splice(0).filter(line => !line.includes("404"))).toEqual([])
  })
  const open = (path: string): Promise<void> => openPage(room, path)
  const find = (selector: string) => room.page.locator(selector)
  const violations = async (): Promise<string[]> => {
    // The policy forbids strange scripts; the test's own is put in by the debugger, which stands outside of it.
    await room.page.evaluate(axe)
    return room.page.evaluate(async () => {
      const {violations: found} = await (
        globalThis as unknown as {axe: {run(): Promise<{violations: {id: string; nodes: {html: string; failureSummary: string}[]}[]}>}}
      ).axe.run()
      return found.map(({id, nodes}) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary.slice(0, 200)}`)
    })
  }

  test("no view is forgotten", () => expect(forgottenViews).toEqual([]))

  test.each([...everyPage.map(({path}) => path), ...states])("%s has no violation that axe finds, in light and in dark", async path => {
    for (const shade of ["light", "dark"] as const) {
      await room.page.emulateMedia({colorScheme: shade})
      await open(path)
      expect([shade, await violations()]).toEqual([shade, []])
    }
    await room.page.emulateMedia({colorScheme: "light"})
  })

  test.each(everyPage)("$path on a phone: nothing runs out of it, axe finds nothing, and a tap leads on", async ({path, goal, leads}) => {
    await room.page.setViewportSize({width: 375, height: 760})
    await open(path)
    expect(await room.page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
    expect(await violations()).toEqual([])
    if (await find(".menu > summary").count()) {
      await find(".menu > summary").click()
      const menu = (await find(".menu-body").boundingBox())!
      expect([menu.x >= 0, menu.x + menu.width <= 375]).toEqual([true, true])
      await find(".menu > summary").click()
    }
    await find(goal).first().click()
    await expect.poll(() => room.page.url()).toMatch(leads)
    await room.page.setViewportSize({width: 1280, height: 860})
  })

  test.each(everyPage)("$path by keys alone: one comes to what leads on, and it leads on", async ({path, goal, leads}) => {
    await open(path)
    await expect.poll(() => find(goal).count()).toBeGreaterThan(0)
    await room.page.keyboard.press("Tab")
    expect(await room.page.evaluate(() => document.activeElement?.className)).toBe("skip")
    await room.page.keyboard.press("Enter")
    const isThere = (): Promise<boolean> => room.page.evaluate(wanted => document.activeElement?.matches(wanted) === true, goal)
    for (let press = 0; press < 60 && !(await isThere()); press++) await room.page.keyboard.press("Tab")
    expect(await isThere()).toBe(true)
    expect(await room.page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).not.toBe("none")
    await room.page.keyboard.press("Enter")
    await expect.poll(() => room.page.url()).toMatch(leads)
  })

  test("on a usual screen the filters of a page stand in one row, the way back to no filter too", async () => {
    for (const {path, view} of everyPage) {
      await open(`${path}${path.includes("?") ? "&" : "?"}since=2020`)
      const fields = find(".filters > label, .filters > .button")
      const lines = new Set(await fields.evaluateAll(all => all.map(one => Math.round(one.getBoundingClientRect().bottom))))
      expect([view, lines.size]).toEqual([view, (await fields.count()) > 0 ? 1 : 0])
    }
  })

  test.each(exported)("every form that %s offers can be had", async path => {
    await open(path)
    await find(".menu > summary").click()
    await room.page.waitForSelector(".menu-body > ul a[href^='/export/']")
    const links = await find(".menu-body > ul a").evaluateAll(all =>
      all.map(link => link.getAttribute("href")!).filter(link => !link.startsWith("/export/conllu")),
    )
    const answers = await room.page.evaluate(
      addresses => Promise.all(addresses.map(async address => [address, (await fetch(address)).status])),
      links,
    )
    expect(answers.filter(([, status]) => status !== 200)).toEqual([])
    expect(links.length).toBeGreaterThan(4)
  })

  test("on paper there is ink on white, whatever the shade, and no button", async () => {
    await room.page.emulateMedia({colorScheme: "dark", media: "print"})
    for (const {path} of everyPage) {
      await open(path)
      const paper = await room.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
      const buttons = await find("main button:visible:not(td button):not(.copy):not(.step), main input:visible").count()
      expect([path, paper, buttons]).toEqual([path, "rgb(255, 255, 255)", 0])
    }
    await room.page.emulateMedia({colorScheme: "light", media: "screen"})
  })
})
