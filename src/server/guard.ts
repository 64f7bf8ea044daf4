import type {Context, MiddlewareHandler} from "hono"
import type {Entrance} from "./entrance.js"
import {entrancePage} from "./entrance-page.js"

/** What pages may do: run our own scripts and styles, talk to us, and nothing else. */
export const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'"

const headers: Readonly<Record<string, string>> = {
  "content-security-policy": contentPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

/** Puts the protecting headers on every answer, refusals and failures included. */
export const protect: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store")
}

/** Refuses requests made to another name than ours, as a page does that made its own name resolve to this machine. */
export function checkHost(isOurs: (header: string | undefined) => boolean): MiddlewareHandler {
  return async (c, next) => (isOurs(c.req.header("host")) ? next() : refuse(c, 403, "host not allowed"))
}

/** Refuses addresses that no page of ours writes. */
export const checkPath: MiddlewareHandler = async (c, next) => {
  const raw = c.req.url.replace(/^[a-z]{1,8}:\/\/[^/]{1,300}/i, "").split("?", 1)[0]!
  if (/%00|%2e%2e|%2f|%5c|\\|\/\/|\/\.\.?(?:\/|$)/i.test(raw)) return refuse(c, 400, "bad path")
  return next()
}

/** Refuses changes asked for by another site. */
export const checkOrigin: MiddlewareHandler = async (c, next) => {
  if (["GET", "HEAD"].includes(c.req.method)) return next()
  const site = c.req.header("sec-fetch-site")
  const origin = c.req.header("origin")
  const isOwn = site === undefined ? origin === `http://${c.req.header("host")}` : site === "same-origin" || site === "none"
  return isOwn ? next() : refuse(c, 403, "cross-site request refused")
}

/** Lets in whoever was let in before; everybody else learns how to come in. */
export function checkPass(entrance: Entrance): MiddlewareHandler {
  return async (c, next) => {
    if (entrance.admits(c.req.header("cookie"))) return next()
    if ((c.req.header("accept") ?? "").includes("text/html")) return c.html(entrancePage(entrance.asks), 401)
    return refuse(c, 401, "not let in: open the address that rapporteur serve printed")
  }
}

/** One line that says why not. */
export function refuse(c: Context, status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 500, error: string): Response {
  return c.json({error}, status)
}
