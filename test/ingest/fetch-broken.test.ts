import {type Dispatcher, request} from "undici"
import {beforeEach, expect, test, vi} from "vitest"
import {fetchPage} from "../../src/ingest/fetch.js"

vi.mock("undici", async load => ({...(await load<typeof import("undici")>()), request: vi.fn()}))

beforeEach(() => void vi.mocked(request).mockReset())

/** The next answer that a server gives; its body may break off. */
function answerWith(statusCode: number, headers: Record<string, string>, pieces: readonly (string | Error)[] = []): void {
  const body = Object.assign(
    (async function* () {
      for (const piece of pieces) {
        if (piece instanceof Error) throw piece
        yield Buffer.from(piece)
      }
    })(),
    {destroy: () => {}},
  )
  vi.mocked(request).mockResolvedValueOnce({statusCode, headers, body} as unknown as Dispatcher.ResponseData)
}

const address = "http://93.184.216.34/a"
const codeOf = async (): Promise<unknown> =>
  fetchPage(address)
    .then(() => "answered")
    .catch(error => error.code)

test("a body that breaks off is the page's fault, told with its address", async () => {
  answerWith(200, {}, ["<html>", new Error("other side closed")])
  await expect(fetchPage(address)).rejects.toMatchObject({code: "http", message: `${address} broke off: other side closed.`})
})

test.each([
  ["no address at all", "http://["],
  ["this machine", "http://127.0.0.1/secret"],
  ["a private network", "//169.254.169.254/latest"],
  ["a file", "file:///etc/passwd"],
])("a redirect to %s is refused, and not asked", async (_, location) => {
  answerWith(302, {location})
  expect(await codeOf()).toBe("http")
  expect(vi.mocked(request)).toHaveBeenCalledTimes(1)
})

test.each([404, 410, 429, 500, 503])("status %i is a problem", async status => {
  answerWith(status, {})
  expect(await codeOf()).toBe("http")
})

test("a page without end is cut off", async () => {
  answerWith(200, {}, Array(12).fill("x".repeat(1024 * 1024)))
  expect(await codeOf()).toBe("size")
})

test("redirects that go round end", async () => {
  for (let hop = 0; hop < 6; hop++) answerWith(302, {location: address})
  expect(await codeOf()).toBe("http")
})
