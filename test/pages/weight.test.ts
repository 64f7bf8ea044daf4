import {afterAll, beforeAll, describe, expect, test} from "vitest"
import {browserPath, openPage, reason, type Visit, visitTwoArticles} from "./browser.js"
import {everyPage} from "./every-page.js"

/** Bytes of compressed script that may come before a chart is opened. */
const most = 250_000
/** Pages that draw. */
const charts: ReadonlySet<string> = new Set(["timeline", "network", "map", "figures", "positions"])

describe.skipIf(!browserPath)(`what pages weigh${reason}`, () => {
  let room: Visit
  beforeAll(async () => {
    room = await visitTwoArticles()
  })
  afterAll(() => room?.close())
  const scripts = (): Promise<{name: string; bytes: number}[]> =>
    room.page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(entry => entry.name.endsWith(".js"))
        .map(entry => ({name: entry.name, bytes: (entry as PerformanceResourceTiming).encodedBodySize})),
    )

  test("all pages without a chart together load less script than is allowed, and no chart's", async () => {
    const loaded = new Map<string, number>()
    for (const {view, path} of everyPage.filter(page => !charts.has(page.view))) {
      await openPage(room, path)
      const here = await scripts()
      expect([view, here.every(({bytes}) => bytes > 0)]).toEqual([view, true])
      for (const {name, bytes} of here) loaded.set(name, bytes)
    }
    expect([...loaded.keys()].filter(name => /WorldMap|Network|Timeline|published-exports/.test(name))).toEqual([])
    const sum = [...loaded.values()].reduce((all, bytes) => all + bytes, 0)
    expect(sum).toBeGreaterThan(20_000)
    expect(sum).toBeLessThan(most)
  })
})
