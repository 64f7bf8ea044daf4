import {readFileSync} from "node:fs"
import type {Server} from "node:http"
import {createServer} from "node:http"
import type {AddressInfo} from "node:net"
import {getRequestListener} from "@hono/node-server"
import {Problem} from "../problem.js"
import {buildApp} from "./app.js"
import {Entrance} from "./entrance.js"
import {allowedHosts, isLoopback} from "./hosts.js"
import {openRoom} from "./room.js"
import {warmUp} from "./warm-up.js"

/** How the reading room is opened. */
export interface ServeOptions {
  readonly bookPath: string
  /** Address to listen on: 127.0.0.1, ::1 or localhost; any other needs a token file. */
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** A file with the secret that visitors must know; null makes one for this run, handed over in the address. */
  readonly tokenFile: string | null
  readonly now: () => Date
}

/** An open reading room. */
export interface OpenRoom {
  /** The address to visit; it lets one visitor in, once. */
  readonly address: string
  readonly port: number
  close(): Promise<void>
}

/** Opens the reading room over a record book, which is made when it is not there. */
export async function serve(options: ServeOptions): Promise<OpenRoom> {
  const secret = options.tokenFile === null ? null : readSecret(options.tokenFile)
  if (!isLoopback(options.host) && secret === null) {
    throw new Problem(
      "usage",
      `--host ${options.host} would show every article and record of ${options.bookPath} to the network, and let visitors add articles. Give --token-file FILE with a secret of 16 characters or more that visitors must know.`,
    )
  }
  const room = openRoom(options.bookPath, options.now)
  const server = createServer({maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 120_000, keepAliveTimeout: 5_000})
  try {
    const port = await listen(server, options)
    const entrance = new Entrance(secret, port)
    const app = buildApp({room, entrance, hosts: allowedHosts(options.host, port)})
    server.on("request", getRequestListener(app.fetch, {overrideGlobalObjects: false}))
    const coolDown = warmUp(room)
    const close = (): Promise<void> => {
      coolDown()
      return closeAll(server, () => room.close())
    }
    return {address: `http://${printedHost(options.host)}:${port}${entrance.path}`, port, close}
  } catch (error) {
    await room.close()
    throw error
  }
}

function readSecret(path: string): string {
  let secret: string
  try {
    secret = readFileSync(path, "utf8").trim()
  } catch (cause) {
    throw new Problem("path", `--token-file ${path} cannot be read: ${(cause as Error).message}.`, {cause})
  }
  if (secret.length < 16) throw new Problem("usage", `--token-file ${path} holds ${secret.length} characters. A secret has 16 or more.`)
  return secret
}

function listen(server: Server, {host, port}: ServeOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", cause => {
      const {code} = cause as NodeJS.ErrnoException
      const why = code === "EADDRINUSE" ? `port ${port} is taken; give another, or 0 for any` : (cause as Error).message
      reject(new Problem("config", `The reading room cannot be opened on ${host}: ${why}.`, {cause}))
    })
    server.listen(port, host === "localhost" ? "127.0.0.1" : host.replace(/^\[|\]$/g, ""), () =>
      resolve((server.address() as AddressInfo).port),
    )
  })
}

function printedHost(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host
}

async function closeAll(server: Server, closeRoom: () => Promise<void>): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>(resolve => server.close(() => resolve()))
  await closeRoom()
}
