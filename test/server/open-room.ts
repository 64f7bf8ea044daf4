import {mkdtempSync, rmSync} from "node:fs"
import {request} from "node:http"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {readText} from "../../src/read-article.js"
import type {ServeOptions} from "../../src/server/serve.js"
import {serve} from "../../src/server/serve.js"
import {addReading} from "../../src/store/add-reading.js"
import {openForWriting} from "../../src/store/book.js"

/** What came back over the wire. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

export interface Asking {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Uint8Array
}

/** A reading room over a book of the texts given, and the means to ask it as any program could. */
export async function openTestRoom(texts: readonly string[], options: Partial<ServeOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-room-"))
  const bookPath = join(folder, "book.db")
  const now = (): Date => new Date("2024-05-01T12:00:00Z")
  const book = openForWriting(bookPath, now())
  for (const text of texts) addReading(book, await readText(text, {published: "2024-04-30"}), {now: now()})
  book.close()
  const room = await serve({bookPath, host: "127.0.0.1", port: 0, tokenFile: null, now, ...options})
  const port = room.port
  const host = `127.0.0.1:${port}`
  const ask = (path: string, {method = "GET", headers = {}, body}: Asking = {}): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const asked = request({host: "127.0.0.1", port, path, method, agent: false, headers: {host, ...headers}}, answer => {
        const parts: Buffer[] = []
        answer.on("data", part => parts.push(part as Buffer))
        answer.on("end", () =>
          resolve({status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(parts).toString("utf8")}),
        )
      })
      asked.on("error", reject)
      if (body !== undefined) asked.write(body)
      asked.end()
    })
  /** Comes in through the printed address; gives the cookie. */
  const enter = async (): Promise<string> => {
    const reply = await ask(new URL(room.address).pathname)
    return String(reply.headers["set-cookie"]).split(";")[0]!
  }
  const close = async (): Promise<void> => {
    await room.close()
    rmSync(folder, {recursive: true, force: true})
  }
  return {ask, enter, close, host, port, address: room.address, bookPath, folder}
}
