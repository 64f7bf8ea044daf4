import {afterAll, afterEach, beforeAll, describe, expect, test} from "vitest"
import {browserPath, openPage, reason, type Visit, visitTwoArticles} from "./browser.js"

describe.skipIf(!browserPath)(`the network${reason}`, () => {
  let room: Visit
  beforeAll(async () => {
    room = await visitTwoArticles()
  })
  afterAll(() => room?.close())
  afterEach(() => {
    expect(room.complaints.splice(0)).toEqual([])
  })
  const open = (path: string): Promise<void> => openPage(room, path)
  const find = (selector: string) => room.page.locator(selector)

  test("a tie of the drawing is pointed at and clicked, and leads to its records; a knot leads to its actor", async () => {
    await open("/network")
    const box = (await find(".stage .canvas").boundingBox())!
    const told = find(".stage .told")
    const pointAt = async (wanted: RegExp): Promise<void> => {
      for (let row = 1; row < 24; row++)
        for (let column = 1; column < 24; column++) {
          await room.page.mouse.move(box.x + (box.width * column) / 24, box.y + (box.height * row) / 24)
          if (wanted.test((await told.textContent())!)) return
        }
      throw new Error(`nowhere on the drawing stands ${wanted}`)
    }
    await pointAt(/Norvik → Kesh: 2 events/)
    await room.page.mouse.down()
    await room.page.mouse.up()
    await expect.poll(() => find(".panel .event").count()).toBe(2)
    expect(new URL(room.page.url()).searchParams.get("edge")).toBe("state:NOR:norvik→state:NOR:kesh")
    await room.page.goBack()
    await expect.poll(() => find(".panel tbody tr").count()).toBe(1)
  })

  test("without WebGL the network is drawn in plain shapes, which are dragged and clicked as well", async () => {
    const page = await room.context.newPage()
    await page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext as (...given: unknown[]) => unknown
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith("webgl") ? null : real.call(this, kind, ...rest)
      } as never
    })
    await page.goto(`${room.base}/network`)
    const drawing = page.locator(".plain svg")
    await expect.poll(() => drawing.locator(".tie").count()).toBe(1)
    expect(await drawing.locator("text").allTextContents()).toEqual(expect.arrayContaining(["Norvik", "Kesh"]))
    expect(await drawing.locator(".tie.bad .line").evaluate(line => getComputedStyle(line).strokeDasharray)).not.toBe("none")
    await drawing.locator(".tie .hold").hover()
    await expect.poll(() => page.locator(".stage .told").textContent()).toContain("Norvik → Kesh: 2 events")
    await page.mouse.down()
    await page.mouse.move(300, 500, {steps: 4})
    await page.mouse.up()
    await expect.poll(() => new URL(page.url()).searchParams.get("at")).not.toBeNull()
    expect(new URL(page.url()).searchParams.get("edge")).toBeNull()
    await page.goBack()
    await page.goto(`${room.base}/network`)
    await drawing.locator(".tie .hold").click()
    await expect.poll(() => page.locator(".panel .event").count()).toBe(2)
    await drawing.locator(".knot").first().click()
    await expect.poll(() => page.url()).toMatch(/\/actor\/\d/)
    await page.close()
  })

  test("a network is opened and left as often as one likes", async () => {
    await open("/quotes")
    for (let visit = 0; visit < 20; visit++) {
      await find('.sections a[href="/network"]').click()
      await room.page.waitForSelector(".panel tbody tr")
      await find('.sections a[href="/quotes"]').click()
      await room.page.waitForSelector("figure.quote")
    }
  })

  test("the time slider narrows the network by keys; it says the month, and the address holds it", async () => {
    await open("/network")
    const [from, until] = [find(".slider input").first(), find(".slider input").last()]
    expect(await from.getAttribute("aria-valuetext")).toBe("April 2024")
    await until.focus()
    await room.page.keyboard.press("ArrowLeft")
    await expect.poll(() => new URL(room.page.url()).searchParams.get("until")).toBe("2024-04")
    await expect.poll(() => find(".panel tbody tr").count()).toBe(0)
    expect(await until.getAttribute("aria-valuetext")).toBe("April 2024")
    await until.focus()
    await room.page.keyboard.press("ArrowRight")
    await expect.poll(() => find(".panel tbody tr").count()).toBe(1)
  })
})
