import {existsSync} from "node:fs"
import {join, relative} from "node:path"
import {packageRoot} from "../lexicon/table.js"
import {Problem} from "../problem.js"
import {queryArticles, queryCounts} from "../query/articles.js"
import {usualBookPath} from "../store/book.js"
import {readBook, runAdd} from "./book.js"
import type {BookOptions} from "./book-commands.js"
import {type Effects, writeOut} from "./effects.js"
import type {ServeOptions} from "./serve-command.js"

/** `rapporteur serve`: opens the reading room and stays until it is stopped. */
export async function runServe(options: ServeOptions, effects: Effects): Promise<void> {
  const {serve} = await import("../server/serve.js")
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Problem("usage", `--port ${options.port} is not a port number.`)
  const room = await serve({
    bookPath: options.book ?? usualBookPath(),
    host: options.host,
    port,
    tokenFile: options.tokenFile ?? null,
    now: effects.now,
  })
  await writeOut(effects.stdout, `The reading room is open at ${room.address}\nStop it with Ctrl-C.\n`)
  if (options.open) await openBrowser(room.address)
  await new Promise<void>(resolve => {
    process.once("SIGINT", resolve).once("SIGTERM", resolve)
  })
  await room.close()
}

/** `rapporteur start`: adds what is named, or the samples, shows what was found, and opens the reading room. */
export async function runStart(inputs: readonly string[], options: ServeOptions, effects: Effects): Promise<void> {
  const names = inputs.length > 0 ? inputs : [relative(process.cwd(), join(packageRoot, "samples"))]
  if (inputs.length > 0 || existsSync(names[0]!)) {
    await runAdd(names, {...options, actors: [], agents: [], verbs: []}, effects)
    await readBook(options, async book => {
      for (const {number, day, title, origin, events, quotes, figures} of queryArticles(book, {limit: 12})) {
        await writeOut(
          effects.stdout,
          `  ${String(number).padStart(3)}  ${day ?? "          "}  ${title ?? origin}: ${events} events, ${quotes} quotes, ${figures} figures\n`,
        )
      }
      const {articles} = queryCounts(book)
      await writeOut(
        effects.stdout,
        `${articles} articles in the book. rapporteur show 1 prints the first one's record; rapporteur help lists the rest.\n`,
      )
    })
  }
  await runServe(options, effects)
}

/** `rapporteur publish`: the same pages, read-only, as plain files. */
export async function runPublish(folder: string, options: BookOptions, effects: Effects): Promise<void> {
  const file = new URL("../server/publish.js", import.meta.url)
  const {publish} = (await import(file.href)) as {publish: Publish}
  const {articles, files} = await publish({bookPath: options.book ?? usualBookPath(), folder, now: effects.now})
  await writeOut(
    effects.stdout,
    `${join(folder, "index.html")}: ${articles} article${articles === 1 ? "" : "s"} in ${files} files
`,
  )
}

type Publish = (options: {bookPath: string; folder: string; now: () => Date}) => Promise<{articles: number; files: number}>

/** Opens the user's browser where there is a desktop. */
async function openBrowser(address: string): Promise<void> {
  const opener = process.platform === "darwin" ? "open" : process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? "xdg-open" : null
  if (!opener) return
  const {spawn} = await import("node:child_process")
  spawn(opener, [address], {stdio: "ignore", detached: true})
    .on("error", () => {})
    .unref()
}
