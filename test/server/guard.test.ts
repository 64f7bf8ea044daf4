import {writeFileSync} from "node:fs"
import {connect} from "node:net"
import {join} from "node:path"
import {afterAll, beforeAll, describe, expect, test} from "vitest"
import {contentPolicy} from "../../src/server/guard.js"
import {serve} from "../../src/server/serve.js"
import {openTestRoom} from "./open-room.js"

let room: Awaited<ReturnType<typeof openTestRoom>>
let cookie = ""
beforeAll(async () => {
  room = await openTestRoom(["The foreign ministers of Peru and Chile met in Lima on Monday."])
  cookie = await room.enter()
})
afterAll(() => room.close())

describe("who may ask", () => {
  test.each(["evil.example", "evil.example:PORT", "127.0.0.1:1", "127.0.0.1", "localhost.evil.example:PORT"])(
    "host %j is refused",
    async host => {
      const reply = await room.ask("/articles.json", {headers: {host: host.replace("PORT", String(room.port)), cookie}})
      expect([reply.status, JSON.parse(reply.text)]).toEqual([403, {error: "host not allowed"}])
    },
  )

  test.each(["127.0.0.1", "localhost", "[::1]", "LOCALHOST"])("host %s is ours", async name => {
    expect((await room.ask("/articles.json", {headers: {host: `${name}:${room.port}`, cookie}})).status).toBe(200)
  })

  test("the Host check stands before static files and the entrance too", async () => {
    for (const path of ["/", "/assets/x.js", "/open/abc", "/nowhere"]) {
      expect((await room.ask(path, {headers: {host: "evil.example", cookie}})).status).toBe(403)
    }
  })

  test("without the pass, or with a wrong one, everything answers 401 and nothing is locked", async () => {
    for (const wrong of [
      "",
      `rapporteur-${room.port}=`,
      `rapporteur-${room.port}=x`,
      cookie.slice(0, -1),
      cookie.replace(String(room.port), "1"),
    ]) {
      expect((await room.ask("/articles.json", {headers: {cookie: wrong}})).status).toBe(401)
    }
    expect((await room.ask("/", {headers: {accept: "text/html"}})).text).toContain("front door")
    expect((await room.ask("/articles.json", {headers: {cookie}})).status).toBe(200)
  })

  test("the printed address lets in once; the cookie is out of reach of scripts and other sites", async () => {
    const other = await openTestRoom([])
    const path = new URL(other.address).pathname
    const first = await other.ask(path)
    expect([first.status, first.headers.location]).toEqual([303, "/"])
    expect(String(first.headers["set-cookie"])).toMatch(/^rapporteur-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect((await other.ask(path)).status).toBe(401)
    expect((await other.ask(path, {headers: {cookie: String(first.headers["set-cookie"]).split(";")[0]!}})).status).toBe(303)
    await other.close()
  })
})

describe("what may be changed", () => {
  const post = (headers: Record<string, string>) =>
    room.ask("/api/articles", {method: "POST", headers: {cookie, "content-type": "application/json", ...headers}, body: "{}"})

  test("another site's request is refused, with or without fetch metadata", async () => {
    expect((await post({"sec-fetch-site": "cross-site"})).status).toBe(403)
    expect((await post({"sec-fetch-site": "same-site", origin: `http://${room.host}`})).status).toBe(403)
    expect((await post({origin: "http://evil.example"})).status).toBe(403)
    expect((await post({origin: "null"})).status).toBe(403)
    expect((await post({})).status).toBe(403)
  })

  test("our own page's request comes through to the check of its body", async () => {
    expect((await post({"sec-fetch-site": "same-origin"})).status).toBe(400)
    expect((await post({origin: `http://${room.host}`})).status).toBe(400)
  })

  test("GET changes nothing, and no answer allows another origin", async () => {
    const reply = await room.ask("/api/articles", {headers: {cookie, origin: "http://evil.example"}})
    expect(reply.status).toBe(404)
    expect(Object.keys(reply.headers).filter(name => name.startsWith("access-control"))).toEqual([])
  })

  test("too long a body is refused early", async () => {
    const headers = {
      cookie,
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
      "content-length": String(30 * 1024 * 1024),
    }
    expect((await room.ask("/api/articles", {method: "POST", headers, body: "x"}).catch(() => ({status: 413}))).status).toBe(413)
  })
})

describe("every answer", () => {
  test.each(["/articles.json", "/nowhere", "/open/x", "/"])("%s carries the protecting headers", async path => {
    const {headers} = await room.ask(path, {headers: {cookie}})
    expect(headers["content-security-policy"]).toBe(contentPolicy)
    expect([headers["x-content-type-options"], headers["referrer-policy"]]).toEqual(["nosniff", "no-referrer"])
  })

  test("the policy is the one we promise", () => {
    expect(contentPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    )
  })

  test.each(["/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/a%00b", "//evil.example/x", "/\\evil.example", "/../../etc/passwd"])(
    "%s is no path of ours",
    async path => {
      const reply = await room.ask(path, {headers: {cookie}})
      expect([400, 404]).toContain(reply.status)
      expect(reply.headers.location).toBeUndefined()
    },
  )

  test("a megabyte of headers is 431", async () => {
    const reply = await room
      .ask("/", {headers: {cookie, "x-long": "x".repeat(1024 * 1024)}})
      .catch((error: Error) => ({status: /ECONNRESET|EPIPE/.test(String((error as NodeJS.ErrnoException).code)) ? 431 : 0}))
    expect(reply.status).toBe(431)
  })

  test("two hundred slow visitors do not keep others waiting", async () => {
    const slow = Array.from({length: 200}, () =>
      connect(room.port, "127.0.0.1", function (this: ReturnType<typeof connect>) {
        this.write("GET / HTTP/1.1\r\nHost: ")
      }),
    )
    expect((await room.ask("/articles.json", {headers: {cookie}})).status).toBe(200)
    for (const socket of slow) socket.destroy()
  })
})

describe("listening elsewhere", () => {
  test("needs a secret, and says what would be seen", async () => {
    const opening = serve({bookPath: room.bookPath, host: "0.0.0.0", port: 0, tokenFile: null, now: () => new Date(0)})
    await expect(opening).rejects.toMatchObject({code: "usage", message: expect.stringContaining("every article and record")})
  })

  test("refuses a short secret", async () => {
    const tokenFile = join(room.folder, "short")
    writeFileSync(tokenFile, "abc")
    await expect(serve({bookPath: room.bookPath, host: "0.0.0.0", port: 0, tokenFile, now: () => new Date(0)})).rejects.toMatchObject({
      code: "usage",
    })
  })

  test("lets in who types the secret", async () => {
    const tokenFile = join(room.folder, "secret")
    writeFileSync(tokenFile, "a long enough secret\n")
    const other = await openTestRoom([], {tokenFile})
    const enter = (secret: string) =>
      other.ask("/enter", {
        method: "POST",
        headers: {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"},
        body: `secret=${encodeURIComponent(secret)}`,
      })
    expect((await enter("wrong")).status).toBe(401)
    const reply = await enter("a long enough secret")
    expect(reply.status).toBe(303)
    expect((await other.ask("/articles.json", {headers: {cookie: String(reply.headers["set-cookie"]).split(";")[0]!}})).status).toBe(200)
    await other.close()
  })
})
