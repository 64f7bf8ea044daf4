import {existsSync, mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {type Browser, type BrowserContext, chromium, type Page} from "playwright-core"
import type {Reading} from "../../src/record/reading.js"
import {serve} from "../../src/server/serve.js"
import {addReading} from "../../src/store/add-reading.js"
import {type Book, openForWriting} from "../../src/store/book.js"
import {emptyReading, handmadeReading} from "./handmade.js"

const places = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

/** The browser to test with; null when none is installed. */
export const browserPath = places.find(path => path !== "" && existsSync(path)) ?? null

/** Why page tests are left out, if they are. */
export const reason = browserPath ? "" : " (left out: no Chromium is installed; apt-get install chromium)"

/** How the browser is started. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** A reading room over readings written by hand, and a browser that was let in. */
export interface Visit {
  readonly base: string
  readonly page: Page
  readonly context: BrowserContext
  /** Everything the browser complained about: errors of the page and of the content policy. */
  readonly complaints: string[]
  /** Writes to the book, as another process would. */
  write(work: (book: Book) => void): void
  close(): Promise<void>
}

/** Opens the room and comes in through the printed address. */
export async function visit(readings: readonly Reading[], options: {width?: number; height?: number; dark?: boolean} = {}): Promise<Visit> {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-pages-"))
  const bookPath = join(folder, "book.db")
  const now = (): Date => new Date("2024-05-04T12:00:00Z")
  const write = (work: (book: Book) => void): void => {
    const book = openForWriting(bookPath, now())
    try {
      work(book)
    } finally {
      book.close()
    }
  }
  write(book => {
    for (const reading of readings) addReading(book, reading, {now: now()})
  })
  const room = await serve({bookPath, host: "127.0.0.1", port: 0, tokenFile: null, now})
  const browser = await launch()
  const context = await browser.newContext({
    viewport: {width: options.width ?? 1280, height: options.height ?? 860},
    colorScheme: options.dark ? "dark" : "light",
    locale: "en-GB",
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints = listen(page)
  await page.goto(room.address)
  const close = async (): Promise<void> => {
    await browser.close()
    await room.close()
    rmSync(folder, {recursive: true, force: true})
  }
  return {base: new URL(room.address).origin, page, context, complaints, write, close}
}

/** A room over the handmade article and a second one, as most page tests visit it. */
export const visitTwoArticles = (): Promise<Visit> =>
  visit([handmadeReading(), emptyReading({text: "A second article. It says little.", title: "Second", day: "2024-04-02"})])

/** Opens a page and waits until it shows what it was asked for. */
export async function openPage({page, base}: Visit, path: string): Promise<void> {
  await page.goto(base + path)
  await page.waitForSelector("h1, .headline, .state")
  await page.waitForFunction(() => !document.querySelector(".waiting"))
}

/** What Chromium says of every drawing that is pointed at where there is no graphics card. */
const slowDrawing = "GPU stall due to ReadPixels"

/** Collects what the browser complains about. */
export function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on("console", message => {
    if (!["error", "warning"].includes(message.type()) || message.text().includes(slowDrawing)) return
    complaints.push(message.text())
  })
  page.on("pageerror", error => complaints.push(error.message))
  return complaints
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath!,
    args: browserArguments,
  })
}
