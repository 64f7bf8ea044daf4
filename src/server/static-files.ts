import {existsSync, readdirSync, readFileSync} from "node:fs"
import {extname, join, sep} from "node:path"
import {brotliCompressSync, constants} from "node:zlib"
import type {Context, Hono} from "hono"
import {packageRoot} from "../lexicon/table.js"
import {refuse} from "./guard.js"
import {pages, plainViews} from "./pages/all.js"

interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer> | null
  readonly type: string
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
}

/** Where the built web application stands. */
export const findWebFolder = (): string => process.env.RAPPORTEUR_WEB || join(packageRoot, "dist", "web")

/** Every file of the web application, in memory: no request ever reaches the file system. */
export function loadFiles(folder: string): ReadonlyMap<string, StaticFile> {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter(name => extname(name) in types)
  return new Map(names.map(name => [`/${name.split(sep).join("/")}`, loadFile(join(folder, name))]))
}

function loadFile(path: string): StaticFile {
  const bytes = new Uint8Array(readFileSync(path))
  const isText = extname(path) !== ".png"
  const packed = isText ? new Uint8Array(brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 5}})) : null
  return {bytes, packed, type: types[extname(path)]!}
}

/** The application's files, and its page under the address of every view. */
export function staticRoutes(app: Hono, files: ReadonlyMap<string, StaticFile>): void {
  for (const [path, file] of files) {
    const keep = path.startsWith("/assets/") ? "private, max-age=31536000, immutable" : "no-cache"
    if (path !== "/index.html") app.get(path, c => send(c, file, {keep}))
  }
  const start = files.get("/index.html")
  const views = [...plainViews, ...pages.filter(page => page.isView).map(page => page.path)]
  for (const path of views)
    app.get(path, c => (start ? send(c, start, {keep: "no-cache"}) : refuse(c, 404, "this build holds no web application")))
  app.get("*", async (c, next) =>
    start && (c.req.header("accept") ?? "").includes("text/html") ? send(c, start, {keep: "no-cache", status: 404}) : next(),
  )
}

function send(c: Context, {bytes, packed, type}: StaticFile, {keep, status = 200}: {keep: string; status?: 200 | 404}): Response {
  const takesPacked = packed !== null && /\bbr\b/.test(c.req.header("accept-encoding") ?? "")
  return c.body(takesPacked ? packed : bytes, status, {
    "content-type": type,
    "cache-control": keep,
    vary: "accept-encoding",
    ...(takesPacked ? {"content-encoding": "br"} : {}),
  })
}
