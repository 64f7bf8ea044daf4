import {lookup} from "node:dns/promises"
import ipaddr from "ipaddr.js"
import {Agent, type Dispatcher, request} from "undici"
import {Problem} from "../problem.js"
import type {Input} from "./input.js"

/** What a page may cost, and how it is asked for. */
interface FetchLimits {
  readonly bytes: number
  readonly milliseconds: number
  readonly redirects: number
}

const fetchLimits: FetchLimits = {bytes: 10 * 1024 * 1024, milliseconds: 30_000, redirects: 5}
const agentName = "rapporteur (+https://www.npmjs.com/package/rapporteur)"

/** How a page is asked for again: the validators of the last answer. */
export interface Validators {
  readonly etag?: string | null
  readonly modified?: string | null
}

/** An answered page; `body` is null when it has not changed since the validators were given. */
export interface Page {
  readonly address: string
  readonly body: Uint8Array | null
  readonly mediaType: string | null
  readonly charset: string | null
  readonly validators: Validators
}

/**
 * Fetches a page of the public web. Only http and https on their own ports; every address that the name stands for must be public,
 * and the connection goes to the address that was checked; redirects are checked again. No cookies, no proxies.
 */
export async function fetchPage(address: string): Promise<Omit<Input, "published">> {
  const page = await fetchChecked(address)
  const bytes = page.body ?? new Uint8Array()
  return {name: page.address, origin: page.address, mediaType: page.mediaType, charset: page.charset, bytes: once(bytes)}
}

/** As `fetchPage`, with conditional requests. */
export async function fetchChecked(address: string, validators: Validators = {}): Promise<Page> {
  let next = address
  for (let hop = 0; hop <= fetchLimits.redirects; hop++) {
    const url = checkAddress(next)
    const answer = await ask(url, validators)
    const moved = answer.headers.location
    if (answer.statusCode < 300 || answer.statusCode >= 400 || answer.statusCode === 304 || typeof moved !== "string")
      return takePage(url, answer)
    answer.body.destroy()
    if (!URL.canParse(moved, url.href)) throw new Problem("http", `${url.href} redirects to something that is no address.`)
    next = new URL(moved, url.href).href
  }
  throw new Problem("http", `${address} redirects more than ${fetchLimits.redirects} times.`)
}

/** Refuses what is not a plain public web address. `new URL` has already turned odd ways of writing numbers into plain ones. */
export function checkAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:"))
    throw new Problem("http", `${address} is not an http or https address.`)
  if (url.port !== "") throw new Problem("http", `${address} names the port ${url.port}; only the usual ports 80 and 443 are fetched.`)
  if (url.username || url.password) throw new Problem("http", "An address with a user name or password in it is not fetched.")
  const host = url.hostname.replace(/^\[|\]$/g, "")
  if (ipaddr.isValid(host)) checkPublic(host, address)
  return url
}

/** Refuses every address that is not on the public internet. */
export function checkPublic(ip: string, address: string): void {
  const parsed = ipaddr.process(ip)
  if (parsed.range() !== "unicast")
    throw new Problem("http", `${address} leads to ${ip}, which is not a public address (${parsed.range()}).`)
}

async function ask(url: URL, validators: Validators): Promise<Dispatcher.ResponseData> {
  const dispatcher = new Agent({connect: {lookup: lookupPublic as never}, maxRedirections: 0} as never)
  const headers: Record<string, string> = {
    "user-agent": agentName,
    accept: "text/html,application/xhtml+xml,application/xml,application/json,text/plain,*/*;q=0.5",
  }
  if (validators.etag) headers["if-none-match"] = validators.etag
  if (validators.modified) headers["if-modified-since"] = validators.modified
  try {
    return await request(url, {dispatcher, headers, signal: AbortSignal.timeout(fetchLimits.milliseconds)})
  } catch (error) {
    if (error instanceof Problem) throw error
    const cause = error instanceof Error ? (error.cause instanceof Problem ? error.cause : error) : new Error(String(error))
    throw cause instanceof Problem ? cause : new Problem("http", `${url.href} could not be fetched: ${cause.message}.`, {cause})
  }
}

type Found = (error: Error | null, addresses?: readonly {address: string; family: number}[] | string, family?: number) => void

/** Resolves a name once, checks every address it stands for, and hands the checked ones to the connection. */
function lookupPublic(host: string, options: {all?: boolean}, found: Found): void {
  lookup(host, {all: true}).then(
    addresses => {
      try {
        for (const {address} of addresses) checkPublic(address, host)
      } catch (error) {
        found(error as Error)
        return
      }
      if (options.all) found(null, addresses)
      else found(null, addresses[0]!.address, addresses[0]!.family)
    },
    (error: Error) => found(error),
  )
}

async function takePage(url: URL, answer: Dispatcher.ResponseData): Promise<Page> {
  const type = headerOf(answer, "content-type")
  const about = {
    address: url.href,
    mediaType: type?.split(";")[0]?.trim() ?? null,
    charset: type?.match(/charset=["']?([\w-]{1,40})/i)?.[1] ?? null,
    validators: {etag: headerOf(answer, "etag"), modified: headerOf(answer, "last-modified")},
  }
  if (answer.statusCode === 304) {
    answer.body.destroy()
    return {...about, body: null}
  }
  if (answer.statusCode >= 400) {
    answer.body.destroy()
    throw new Problem("http", `${url.href} answered ${answer.statusCode}.`)
  }
  return {...about, body: await takeBody(url, answer)}
}

async function takeBody(url: URL, answer: Dispatcher.ResponseData): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of answer.body) {
      length += part.length
      if (length > fetchLimits.bytes) throw new Problem("size", `${url.href} is longer than ${fetchLimits.bytes} bytes.`)
      parts.push(part)
    }
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw new Problem("http", `${url.href} broke off: ${cause instanceof Error ? cause.message : "unknown reason"}.`, {cause})
  }
  return Buffer.concat(parts)
}

function headerOf(answer: Dispatcher.ResponseData, name: string): string | null {
  const value = answer.headers[name]
  return Array.isArray(value) ? (value[0] ?? null) : (value ?? null)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
