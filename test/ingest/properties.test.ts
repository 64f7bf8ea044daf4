import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {decodeBytes} from "../../src/ingest/decode.js"
import {type PageNode, textOf, textOfHtml} from "../../src/ingest/html-body.js"
import {isFailure} from "../../src/ingest/item.js"
import {readLines} from "../../src/ingest/lines.js"
import {bandsOf, likenessOf, signatureFromText, signatureOf, signatureToText} from "../../src/ingest/near-duplicates.js"
import {parsePublished} from "../../src/ingest/published.js"
import {problemCodes} from "../../src/problem.js"
import {itemsOf} from "./read-bytes.js"

const names = [
  "a.txt",
  "a.html",
  "a.json",
  "a.jsonl",
  "a.csv",
  "a.xml",
  "a.warc",
  "a.eml",
  "a.mbox",
  "a.md",
  "a.docx",
  "a.pdf",
  "a.atom",
  "a.tsv",
  "a.ninjs",
  "a.warc.gz",
  "a.gz",
  "-",
  "noname",
]
/** Bytes that look a little like what the formats expect. */
const bait = fc.array(
  fc.oneof(
    fc.constantFrom(
      "<html>",
      "<p>",
      "</p>",
      "<div",
      '{"text":',
      '"',
      "}",
      "[",
      "WARC/1.0\r\n",
      "Content-Length: 5\r\n",
      "\r\n",
      "\n",
      "From a\n",
      "Subject: x\n",
      "<rss>",
      "<item>",
      "PK\u0003\u0004",
      "text,id\n",
      ",",
      "\u001f\u008b",
      "HTTP/1.1 200 OK",
      "&amp;",
      "<![CDATA[",
      "---\n",
      "# ",
    ),
    fc.string({unit: "grapheme", maxLength: 20}),
  ),
  {maxLength: 30},
)

describe("whatever comes in", () => {
  test("is answered: an article, or a problem of the list; nothing is thrown", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), bait, async (name, parts) => {
        for (const item of await itemsOf(Buffer.from(parts.join("")), {name})) {
          if (isFailure(item)) expect(problemCodes).toContain(item.problem.code)
          else expect(item.source.text.isWellFormed()).toBe(true)
          if (isFailure(item)) expect(item.problem.code).not.toBe("crash")
        }
      }),
      {numRuns: 400},
    )
  })

  test("as bytes of any kind, too", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.uint8Array({maxLength: 400}), async (name, bytes) => {
        for (const item of await itemsOf(bytes, {name})) if (isFailure(item)) expect(item.problem.code).not.toBe("crash")
      }),
      {numRuns: 300},
    )
  })

  test("gives the same again, and in pieces of any size, in every format", async () => {
    const outcomes = async (name: string, content: Buffer, size: number): Promise<string[]> =>
      (await itemsOf(content, {name, size})).map(item =>
        isFailure(item) ? `${item.at} ${item.problem.code}` : JSON.stringify(item.source),
      )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names.filter(name => name.startsWith("a."))),
        bait,
        fc.integer({min: 2, max: 200}),
        async (name, parts, size) => {
          const content = Buffer.from(parts.join(""))
          const whole = await outcomes(name, content, 1_000_000)
          expect(await outcomes(name, content, 1_000_000)).toEqual(whole)
          expect(await outcomes(name, content, size)).toEqual(whole)
        },
      ),
      {numRuns: 300},
    )
  })

  test("gives the same lines, however it is cut into pieces", async () => {
    const lines = (bytes: Uint8Array, size: number) => linesOf(bytes, size)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({maxLength: 300}), fc.integer({min: 1, max: 50}), async (bytes, size) => {
        expect(await lines(bytes, size)).toEqual(await lines(bytes, 1_000))
      }),
    )
  })
})

async function linesOf(bytes: Uint8Array, size: number): Promise<[number, number, string | null][]> {
  const pieces = (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  })()
  const lines: [number, number, string | null][] = []
  for await (const line of readLines(pieces, 100))
    lines.push([line.number, line.offset, line.bytes && Buffer.from(line.bytes).toString("hex")])
  return lines
}

describe("texts", () => {
  test("come back from UTF-8 and UTF-16 as they were", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({unit: "grapheme", minLength: 1}), async text => {
        expect((await decodeBytes(Buffer.from(text))).text).toBe(text)
        expect((await decodeBytes(Buffer.from(`\ufeff${text}`, "utf16le"))).text).toBe(text)
      }),
    )
  })

  test("of pages hold no markup, whatever stands in them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({maxLength: 60}), async words => {
        const escaped = words.replace(/[&<>]/g, mark => ({"&": "&amp;", "<": "&lt;", ">": "&gt;"})[mark]!)
        const text = await textOfHtml(`<p>before</p><p>x${escaped}x</p><script>var hidden = 1</script>`)
        expect(text).not.toContain("hidden")
        expect(text.replace(/\s+/g, "")).toBe(`beforex${words}x`.replace(/\s+/g, ""))
      }),
    )
  })

  test("of a page nested a hundred thousand deep are read without recursion", () => {
    const deep: PageNode & {nextSibling: PageNode | null} = {
      nodeType: 3,
      nodeName: "#text",
      nodeValue: "bottom",
      textContent: null,
      firstChild: null,
      nextSibling: null,
      parentNode: null,
    }
    let node: PageNode = deep
    for (let i = 0; i < 100_000; i++) {
      const parent: PageNode = {
        nodeType: 1,
        nodeName: "DIV",
        nodeValue: null,
        textContent: null,
        firstChild: node,
        nextSibling: null,
        parentNode: null,
      }
      Object.assign(node, {parentNode: parent})
      node = parent
    }
    expect(textOf(node)).toBe("bottom")
  })
})

describe("dates", () => {
  test.each<[string, string | null, string | null]>([
    ["2013-03-01", "2013-03-01", "2013-03-01"],
    ["2013-03-01T23:30:00+05:00", "2013-03-01", "2013-03-01"],
    ["2013-02", "2013-02-01", "2013-02-28"],
    ["2012", "2012-01-01", "2012-12-31"],
    ["20130301", "2013-03-01", "2013-03-01"],
    ["March 1, 2013", "2013-03-01", "2013-03-01"],
    ["1 March 2013", "2013-03-01", "2013-03-01"],
    ["Fri, 01 Mar 2013 10:00:00 GMT", "2013-03-01", "2013-03-01"],
    ["Sept. 3, 2013", "2013-09-03", "2013-09-03"],
    ["1st of nothing", null, null],
    ["2013-02-30", null, null],
    ["31/12/2013", "2013-12-31", "2013-12-31"],
    ["yesterday", null, null],
    ["", null, null],
  ])("%s", (words, from, to) => {
    expect(parsePublished(words, "given")).toEqual(from === null ? null : {from, to, basis: "given"})
  })

  test("are days of the calendar or nothing at all", () => {
    fc.assert(
      fc.property(fc.string({maxLength: 30}), words => {
        const published = parsePublished(words, "given")
        if (published) expect(new Date(`${published.from}T00:00:00Z`).toISOString().slice(0, 10)).toBe(published.from)
      }),
    )
  })
})

describe("signatures", () => {
  const text = fc.array(
    fc.constantFrom("army", "talks", "river", "vote", "said", "on", "the", "of", "north", "border", "minister", "Geneva"),
    {minLength: 30, maxLength: 80},
  )

  test("are the same for the same words, and survive being written", () => {
    fc.assert(
      fc.property(text, words => {
        const signature = signatureOf(words.join(" "))!
        expect(likenessOf(signature, signatureOf(words.join("  ").toUpperCase())!)).toBe(1)
        expect(signatureFromText(signatureToText(signature))).toEqual(signature)
        expect(bandsOf(signature).every(Number.isSafeInteger)).toBe(true)
      }),
    )
  })

  test("of short texts are not taken", () => {
    expect(signatureOf("The talks go on.")).toBeNull()
  })
})
