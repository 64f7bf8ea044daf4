import {createHash} from "node:crypto"
import {afterAll, afterEach, beforeAll, describe, expect, test} from "vitest"
import {addReading} from "../../src/store/add-reading.js"
import {browserPath, openPage, reason, type Visit, visit, visitTwoArticles} from "./browser.js"
import {emptyReading, handmadeReading} from "./handmade.js"

describe.skipIf(!browserPath)(`the pages${reason}`, () => {
  let room: Visit
  beforeAll(async () => {
    room = await visitTwoArticles()
  })
  afterAll(() => room?.close())
  afterEach(() => {
    expect(room.complaints.splice(0).filter(line => !line.includes("404"))).toEqual([])
  })
  const open = (path: string): Promise<void> => openPage(room, path)
  const find = (selector: string, narrowed: {hasText?: string} = {}) => room.page.locator(selector, narrowed)

  test("main path: from the list to an article, to a record, and back", async () => {
    await open("/")
    await find("h2 a").filter({hasText: "Norvik recalls envoy"}).click()
    await room.page.waitForSelector(".card")
    expect(new URL(room.page.url()).pathname).toMatch(/^\/article\/[0-9a-f]{16}$/)
    await find('[data-id="e1"]').click()
    expect(new URL(room.page.url()).searchParams.get("record")).toBe("e1")
    expect(await find(".lit-main").allTextContents()).toEqual(["recalled"])
    expect(await find(".lit-source").first().textContent()).toBe("Norvik")
    expect(await find('[data-label="target"]').textContent()).toBe("Kesh")
    await room.page.goBack()
    await room.page.waitForSelector("h2 a")
    expect(new URL(room.page.url()).pathname).toBe("/")
  })

  test("pointing at the words lights the card, and at a card the words", async () => {
    await open("/article/handmade")
    await find("mark.quotes").filter({hasText: "until the prisoners"}).hover()
    await expect.poll(() => find(".card.on").getAttribute("data-id")).toBe("q2")
    expect(await find(".lit-main").allTextContents()).toEqual(["We will not sign,", "until the prisoners are free."])
    await find('[data-id="f1"]').hover()
    await expect.poll(() => find(".lit-main").allTextContents()).toEqual(["At least 40"])
  })

  test("characters outside the basic plane do not shift anything", async () => {
    await open("/article/handmade?record=s1")
    expect(await find(".lit-main").allTextContents()).toEqual(["the proposal"])
    expect((await find(".text").textContent())!.includes("😀 Norvik rejected")).toBe(true)
  })

  test("earlier and later mentions of an actor are walked to", async () => {
    await open("/article/handmade?layers=7")
    const card = find('.card[data-id="a2"]')
    await card.locator("button", {hasText: "later"}).click()
    await card.locator("button", {hasText: "later"}).click()
    await expect.poll(() => card.textContent()).toContain("the 2. is “Kesh”")
    expect(await find(".text .visited").last().textContent()).toBe("Kesh")
    expect(await find(".lit-main").count()).toBe(3)
  })

  test("every actor that a row names leads to its page", async () => {
    for (const [path, name] of [
      ["/events?type=REJECT", "Norvik"],
      ["/quotes?type=direct", "Ana Torv"],
      ["/positions", "Kesh"],
      ["/figures", "Red Crescent"],
    ] as const) {
      await open(path)
      await find("main a.name", {hasText: name}).first().click()
      await expect.poll(() => find("h1").textContent()).toBe(name)
    }
  })

  test("one click narrows quotes down to a speaker, another gives all back", async () => {
    await open("/quotes?type=direct")
    await find(".speakers button").filter({hasText: "Ana Torv"}).click()
    await expect.poll(() => new URL(room.page.url()).searchParams.get("actor")).toContain("ana torv")
    expect(await find(".filters input").nth(1).inputValue()).toBe("ana torv")
    await expect.poll(() => find("figure.quote").count()).toBe(1)
    await find('.speakers [aria-pressed="true"]').click()
    await expect.poll(() => new URL(room.page.url()).searchParams.get("actor")).toBe(null)
  })

  test("a record is cited by its button; a phone steps through records below the text", async () => {
    await room.context.grantPermissions(["clipboard-read", "clipboard-write"])
    await open("/article/handmade")
    await find('.card[data-id="e3"]').hover()
    await find('.card[data-id="e3"] .cite').click()
    await expect.poll(() => room.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^“rejected” .*record e3/)
    await room.page.setViewportSize({width: 375, height: 760})
    await open("/article/handmade?record=e1")
    await find(".floating button", {hasText: "Next"}).click()
    await expect.poll(() => new URL(room.page.url()).searchParams.get("record")).toBe("q1")
    expect(await find(".floating .card").textContent()).toContain("Ana Torv")
    await find(".floating button").last().click()
    await expect.poll(() => find(".floating").count()).toBe(0)
    await room.page.setViewportSize({width: 1280, height: 860})
  })

  test("a chart of figures says who says so", async () => {
    await open("/figures")
    expect(await find(".sayers").textContent()).toContain("Red Crescent")
    expect(await find(".figure").first().textContent()).toContain("says Red Crescent")
  })

  test("what did not happen is struck, and says so in words", async () => {
    await open("/article/handmade")
    const card = find('[data-id="e2"]')
    expect(await card.locator(".status").textContent()).toBe("negated")
    expect(
      await card
        .locator(".act")
        .first()
        .evaluate(element => getComputedStyle(element).textDecorationLine),
    ).toContain("line-through")
  })

  test("keyboard path: records, layers, articles, citation", async () => {
    await open("/article/handmade")
    await room.page.waitForSelector(".card")
    await room.page.keyboard.press("n")
    expect(new URL(room.page.url()).searchParams.get("record")).toBe("e1")
    await room.page.keyboard.press("j")
    expect(new URL(room.page.url()).searchParams.get("record")).toBe("q1")
    await room.page.keyboard.press("p")
    expect(new URL(room.page.url()).searchParams.get("record")).toBe("e1")
    await expect.poll(() => room.page.evaluate(() => document.activeElement?.getAttribute("data-id"))).toBe("e1")
    await room.page.keyboard.press("7")
    await room.page.waitForSelector('.card[data-id="a1"]')
    await room.page.keyboard.press("1")
    await expect.poll(() => find('.card[data-id="e1"]').count()).toBe(0)
    await room.page.keyboard.press("1")
    await room.context.grantPermissions(["clipboard-read", "clipboard-write"])
    await room.page.keyboard.press("c")
    await expect
      .poll(() => room.page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^“recalled” \(.*Port Sand Gazette.*characters \d+–\d+; record e1/)
    await room.page.keyboard.press("]")
    await expect.poll(() => find("h1").textContent()).toContain("Second")
    await room.page.keyboard.press("[")
    await expect.poll(() => find(".headline").textContent()).toContain("Norvik")
  })

  test("search as one types; the address holds it; reload keeps it", async () => {
    await open("/articles")
    await find(".filters input").first().fill("recal")
    await expect.poll(() => find("article.line").count()).toBe(1)
    expect(new URL(room.page.url()).searchParams.get("text")).toBe("recal")
    await room.page.reload()
    await expect.poll(() => find(".filters input").first().inputValue()).toBe("recal")
    await expect.poll(() => find("article.line").count()).toBe(1)
  })

  test("an article added by another process shows up by itself", async () => {
    await open("/articles")
    await expect.poll(() => find("article.line").count()).toBe(2)
    room.write(book =>
      addReading(book, emptyReading({text: "It arrives late.", title: "Late news", day: "2024-05-04"}), {now: new Date(0)}),
    )
    await expect.poll(() => find("article.line h2").first().textContent(), {timeout: 20_000}).toBe("Late news")
  })

  test("a network edge, a place and a cell of the matrix lead to their records", async () => {
    await open("/network")
    await find(".panel tbody button").first().click()
    await expect.poll(() => find(".panel .event").count()).toBe(2)
    await find(".panel .head button").click()
    await expect.poll(() => find(".panel tbody button").count()).toBe(1)
    await open("/map")
    await find("svg a").first().focus()
    await room.page.keyboard.press("Enter")
    await expect.poll(() => find("section .event").count()).toBe(1)
    await open("/positions")
    await find("td button").first().click()
    await expect.poll(() => find(".position").count()).toBe(1)
    await expect.poll(() => find(".history a").count()).toBe(1)
    expect(await find(".history a").getAttribute("href")).toContain("record=s1")
    expect(await find(".position a.small").getAttribute("href")).toContain("record=s1")
  })

  test("export gives exactly what is shown", async () => {
    await open("/quotes?actor=Torv&type=direct")
    await find(".menu > summary").click()
    const link = await find(".menu-body a").first().getAttribute("href")
    expect(link).toBe("/quotes.json?actor=Torv&type=direct&all=1")
    const rows = await room.page.evaluate(async address => (await (await fetch(address!)).json()).rows.length, link)
    expect(rows).toBe(1)
    const citron = await find('.menu-body > ul a[href^="/export/citron"]').getAttribute("href")
    expect(citron).toBe("/export/citron?of=quotes&actor=Torv&type=direct")
    const found = await room.page.evaluate(async address => JSON.parse(await (await fetch(address!)).text()).quotes.length, citron)
    expect(found).toBe(1)
  })

  test("two tabs do not disturb each other, and back leads through filters", async () => {
    await open("/quotes")
    const other = await room.context.newPage()
    await other.goto(`${room.base}/events?type=REJECT`)
    await other.waitForSelector(".event")
    await find(".filters select").first().selectOption("direct")
    await expect.poll(() => find("figure.quote").count()).toBe(1)
    expect(await other.locator(".event").count()).toBe(1)
    expect(new URL(other.url()).search).toBe("?type=REJECT")
    await other.close()
    await room.page.goBack()
    await expect.poll(() => find("figure.quote").count()).toBe(2)
  })

  test("map and network are looked at closely, by hand and by button, and the address holds it", async () => {
    for (const path of ["/map", "/network"]) {
      await open(path)
      await find('.zooms [aria-label="Closer"]').click()
      await find('.zooms [aria-label="Closer"]').click()
      const before = new URL(room.page.url()).searchParams.get("at")
      const box = (await find(".stage > svg, .stage .canvas").boundingBox())!
      await room.page.mouse.move(box.x + 40, box.y + 60)
      await room.page.mouse.down()
      await room.page.mouse.move(box.x + 140, box.y + 120, {steps: 5})
      await room.page.mouse.up()
      expect([path, before]).not.toEqual([path, null])
      await expect.poll(() => new URL(room.page.url()).searchParams.get("at")).not.toBe(before)
    }
    await open("/map?at=40,35,1")
    expect(await find(".disputed").count()).toBeGreaterThan(10)
    expect(await find(".note").textContent()).toContain("no position is taken")
  })

  test("a list that grew keeps its place when the book changes, and goes to paper to its end", async () => {
    const {actors, events, ...rest} = handmadeReading()
    room.write(book => {
      for (let number = 0; number < 400; number++) {
        const text = `${rest.document.text}\n\n${number}`
        const hash = createHash("sha256").update(text).digest("hex")
        const document = {...rest.document, text, hash, id: `copy${number}`, title: `Copy ${number}`}
        addReading(book, {...rest, actors, events, document}, {now: new Date(0)})
      }
    })
    await open("/events?status=any")
    const lastPlace = async (): Promise<number> => Number(await find(".window > li").last().getAttribute("aria-posinset"))
    await expect
      .poll(
        async () => {
          await room.page.evaluate(() => scrollTo(0, document.body.scrollHeight))
          return lastPlace()
        },
        {timeout: 40_000, interval: 20},
      )
      .toBeGreaterThan(1_100)
    const place = await room.page.evaluate(() => scrollY)
    room.write(book => addReading(book, emptyReading({text: "Nothing of note.", title: "Later"}), {now: new Date(0)}))
    await room.page.waitForResponse(response => response.url().includes("/events.json"), {timeout: 20_000})
    await room.page.waitForTimeout(300)
    expect(Math.abs((await room.page.evaluate(() => scrollY)) - place)).toBeLessThan(200)
    expect(place).toBeGreaterThan(90_000)
    expect(await lastPlace()).toBeGreaterThan(1_100)
    await room.page.emulateMedia({media: "print"})
    await expect.poll(() => find(".event").count()).toBe(500)
    await room.page.emulateMedia({media: "screen"})
  })

  test("what is not there has a heading and a way on; in an empty book every page says what to do", async () => {
    await open("/article/0123456789abcdef")
    expect(await find("main h1").count()).toBe(1)
    await find("main .state a").first().click()
    await expect.poll(() => find("article.line").count()).toBeGreaterThan(1)
    room.complaints.length = 0
    const empty = await visit([])
    try {
      for (const path of ["/articles", "/events", "/timeline", "/actors", "/network", "/map", "/quotes", "/figures", "/positions"]) {
        await openPage(empty, path)
        await expect.poll(() => empty.page.locator("main .state").count()).toBe(1)
        expect([path, await empty.page.locator("main .state").textContent()]).toEqual([
          path,
          expect.stringContaining("rapporteur add FILE"),
        ])
      }
    } finally {
      await empty.close()
    }
  })

  test("without a server the page says so, and recovers", async () => {
    await open("/articles")
    await room.context.setOffline(true)
    await expect.poll(() => find(".masthead .notice").textContent(), {timeout: 20_000}).toContain("does not answer")
    await room.context.setOffline(false)
    await expect.poll(() => find(".masthead .notice").count(), {timeout: 20_000}).toBe(0)
    room.complaints.length = 0
  })
})
