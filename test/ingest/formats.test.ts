import {Readable} from "node:stream"
import {gzipSync} from "node:zlib"
import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {formats} from "../../src/ingest/format.js"
import {gunzip} from "../../src/ingest/gzip.js"
import {articlesOf, outcomesOf, zipOf} from "./read-bytes.js"

const body = "The two foreign ministers met in Geneva on Thursday. They agreed that the talks would go on."
const long = `${body} The mediator thanked both of them, and said that monitors had counted no violation for three days in a row, which had not happened since the war began.`
const page = `<!doctype html><html lang="en"><head><title>The Paper - Talks</title>
<meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2021-03-04T22:10:00+03:00">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Talks go on","author":[{"@type":"Person","name":"Ann Lee"}]}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Talks go on</h1><p>${long}</p><p>${long}</p></article><footer>All rights reserved</footer></body></html>`

describe("plain text", () => {
  test("stays as it is, to the last space", async () => {
    const [article] = await articlesOf(`  ${body}\r\n\r\n `, {name: "a.txt"})
    expect(article!.source).toMatchObject({text: `  ${body}\r\n\r\n `, origin: "a.txt", language: "en"})
    expect(article!.source.id).toMatch(/^[0-9a-f]{16}$/)
  })

  test.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${body} Café.`), `${body} Café.`],
    ["UTF-16 with a mark", Buffer.from(`\ufeff${body} Café.`, "utf16le"), `${body} Café.`],
    ["UTF-16 without a mark", Buffer.from(body, "utf16le"), body],
    [
      "Windows-1252",
      Buffer.concat([Buffer.from(`${body} “`.replace("“", "")), Buffer.from([0x93]), Buffer.from("Caf"), Buffer.from([0xe9, 0x94])]),
      `${body} “Café”`,
    ],
  ])("is decoded from %s", async (_, bytes, text) => {
    expect(await outcomesOf(bytes, {name: "a.txt"})).toEqual([text])
  })

  test("a half character is mended and noted", async () => {
    const [article] = await articlesOf(`{"text": "A \\ud83d b"}\n`, {name: "a.jsonl"})
    expect([article!.source.text, article!.notes.length]).toEqual(["A \ufffd b", 1])
  })

  test.each([
    ["nothing", "", "problem empty"],
    ["white space", " \n\t", "problem empty"],
    ["a NUL", "The army\0 attacked the town.", "problem control"],
  ])("of %s is refused", async (_, text, outcome) => {
    expect(await outcomesOf(text, {name: "a.txt"})).toEqual([outcome])
  })

  test("in another language is kept and named", async () => {
    const french =
      "Le ministre des affaires étrangères a rencontré son homologue à Genève jeudi, et ils ont convenu que les pourparlers se poursuivraient la semaine prochaine avec les médiateurs."
    const [article] = await articlesOf(french, {name: "a.txt"})
    expect(article!.source.language).toBe("fr")
  })

  test.each([["GUERRILLAS ATTACK BASE NEAR SAN MIGUEL"], ["Kerry met Lavrov."], ["Protesters clash with police in Nairobi"]])(
    "short English stays English: %s",
    async text => {
      expect((await articlesOf(text, {name: "a.txt"}))[0]!.source.language).toBe("en")
    },
  )
})

describe("JSON lines", () => {
  test("line in, article or problem out, blank lines passed over", async () => {
    const lines = [
      `{"id": 7, "text": "${body}", "published": "2013-03"}`,
      "",
      "{nonsense",
      `{"id": "x", "text": 5}`,
      `["a"]`,
      `{"id":"y","text":""}`,
    ]
    expect(await outcomesOf(lines.join("\n"), {name: "a.jsonl"})).toEqual([
      body,
      "problem json",
      "problem schema",
      "problem schema",
      "problem empty",
    ])
    const [article] = await articlesOf(lines[0]!, {name: "-"})
    expect(article!.source).toMatchObject({id: "7", published: {from: "2013-03-01", to: "2013-03-31", basis: "given"}, origin: null})
  })

  test("pairs come in code points and go on in indexes", async () => {
    const [article] = await articlesOf(
      `{"text": "😀 Kenya warned Ethiopia.", "pairs": [{"source": {"start": 2, "end": 7}, "target": {"start": 15, "end": 23}}]}`,
      {name: "-"},
    )
    const {text} = article!.source
    const {source, target} = article!.pairs[0]!
    expect([text.slice(source!.start, source!.end), text.slice(target!.start, target!.end)]).toEqual(["Kenya", "Ethiopia"])
  })

  test.each([
    ["too deep", `{"text": ${"[".repeat(600)}${"]".repeat(600)}}`, "problem depth"],
    ["not UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), "problem encoding"],
    ["too long", `{"text": "${"a".repeat(9 * 1024 * 1024)}"}`, "problem size"],
    ["a pair outside the text", `{"text": "abc", "pairs": [{"source": {"start": 2, "end": 70}}]}`, "problem span-outside-text"],
  ])("a line that is %s is refused, and the next one read", async (_, line, outcome) => {
    const bytes = Buffer.concat([Buffer.from(line), Buffer.from(`\n{"text": "${body}"}\n`)])
    expect(await outcomesOf(bytes, {name: "a.jsonl"})).toEqual([outcome, body])
  })
})

describe("web pages", () => {
  test("give the article and what the page says about it", async () => {
    const [article] = await articlesOf(page, {name: "a.html"})
    expect(article!.source).toMatchObject({
      text: `${long}\n\n${long}`,
      title: "Talks go on",
      author: "Ann Lee",
      publisher: "The Paper",
      published: {from: "2021-03-04", to: "2021-03-04", basis: "metadata"},
    })
  })

  test("leave out what belongs to the page, and a form around all of it", async () => {
    const html = `<html><body><form><div><p>${long}</p><p>Read more: Talks of last week</p><p>${long}</p><p>Share this with friends</p></div></form></body></html>`
    expect(await outcomesOf(html, {name: "a.html"})).toEqual([`${long}\n\n${long}`])
  })

  test("are known by their content, whatever they are called", async () => {
    expect(await outcomesOf(page, {name: "-"})).toEqual([`${long}\n\n${long}`])
  })

  test("without metadata take the date from the address", async () => {
    const [article] = await articlesOf(`<html><body><p>${long}</p></body></html>`, {name: "https://paper.example/2019/07/30/talks.html"})
    expect(article!.source.published).toEqual({from: "2019-07-30", to: "2019-07-30", basis: "address"})
  })

  test.each([
    ["nested too deep", `<html><body>${"<div>".repeat(700)}x`, "problem depth"],
    ["without words", "<html><body><script>var a</script></body></html>", "problem boilerplate"],
  ])("%s are refused", async (_, html, outcome) => {
    expect(await outcomesOf(html, {name: "a.html"})).toEqual([outcome])
  })
})

describe("tables", () => {
  test("with named columns: commas, quoted cells, line breaks inside", async () => {
    const csv = `id,date,headline,body,source\r\n1,2013-03-01,Talks,"They met, and ""agreed"".\nThen they left.",The Paper\r\n`
    const [article] = await articlesOf(csv, {name: "a.csv"})
    expect(article!.source).toMatchObject({
      id: "1",
      title: "Talks",
      text: 'They met, and "agreed".\nThen they left.',
      publisher: "The Paper",
      published: {from: "2013-03-01"},
    })
  })

  test("with semicolons or tabs", async () => {
    expect(await outcomesOf(`text;id\n${body};1\n`, {name: "a.csv"})).toEqual([body])
    expect(await outcomesOf(`id\ttext\n1\t${body}\n`, {name: "a.tsv"})).toEqual([body])
  })

  test("without a column of texts are refused by name", async () => {
    expect(await outcomesOf("a,b\n1,2\n", {name: "a.csv"})).toEqual(["problem csv"])
  })

  test("that break off keep the rows before", async () => {
    expect(await outcomesOf(`text,id\n${body},1\n"They met`, {name: "a.csv"})).toEqual([body, "problem csv"])
  })
})

describe("feeds", () => {
  test("RSS", async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Paper</title><item><title>Talks &amp; more</title><link>https://paper.example/1</link>
      <description>&lt;p&gt;${body}&lt;/p&gt;</description><pubDate>Fri, 01 Mar 2013 10:00:00 GMT</pubDate></item><item><title>Empty</title></item></channel></rss>`
    expect(await outcomesOf(rss, {name: "a.xml"})).toEqual([body, "problem empty"])
    const items = await outcomesOf(rss, {name: "-"})
    expect(items).toHaveLength(2)
  })

  test("Atom", async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title><entry><title>Talks</title><id>u1</id><updated>2013-03-01T09:00:00Z</updated>
      <link href="https://paper.example/2"/><author><name>Ann Lee</name></author><content type="html">&lt;p&gt;${body}&lt;/p&gt;</content></entry></feed>`
    const [article] = await articlesOf(atom, {name: "a.atom"})
    expect(article!.source).toMatchObject({
      text: body,
      title: "Talks",
      author: "Ann Lee",
      origin: "https://paper.example/2",
      published: {from: "2013-03-01", basis: "metadata"},
    })
  })

  test("JSON feed", async () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "The Paper",
      items: [{id: "1", url: "https://paper.example/3", content_html: `<p>${body}</p>`, date_published: "2013-03-01T09:00:00Z"}],
    }
    const [article] = await articlesOf(JSON.stringify(feed), {name: "feed.json"})
    expect(article!.source).toMatchObject({text: body, id: "1", origin: "https://paper.example/3", published: {from: "2013-03-01"}})
  })

  test.each([
    [
      "entities of their own",
      `<!DOCTYPE r [<!ENTITY a "aaaa">]><rss version="2.0"><channel><item><description>&a;</description></item></channel></rss>`,
      "problem dtd",
    ],
    ["no feed inside", "<rss", "problem xml"],
  ])("with %s are refused", async (_, xml, outcome) => {
    expect(await outcomesOf(xml, {name: "a.rss"})).toEqual([outcome])
  })
})

describe("ninjs", () => {
  test.each([
    ["version 1", {uri: "urn:1", headline: "Talks", body_text: body, versioncreated: "2013-03-01T09:00:00Z", byline: "Ann Lee"}],
    [
      "version 2",
      {
        uri: "urn:1",
        headlines: [{value: "Talks"}],
        bodies: [{contenttype: "text/plain", value: body}],
        versioncreated: "2013-03-01T09:00:00Z",
        by: "Ann Lee",
      },
    ],
  ])("%s", async (_, item) => {
    const [article] = await articlesOf(JSON.stringify(item), {name: "a.json"})
    expect(article!.source).toMatchObject({
      id: "urn:1",
      title: "Talks",
      text: body,
      author: "Ann Lee",
      published: {from: "2013-03-01", basis: "metadata"},
    })
  })
})

describe("mail", () => {
  const mail = (subject: string): string =>
    `From: Ann Lee <ann@paper.example>\r\nSubject: ${subject}\r\nDate: Fri, 1 Mar 2013 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`

  test("one message", async () => {
    const [article] = await articlesOf(mail("=?utf-8?q?Caf=C3=A9_talks?="), {name: "a.eml"})
    expect(article!.source).toMatchObject({title: "Café talks", author: "Ann Lee", published: {from: "2013-03-01"}})
    expect(article!.source.text.trim()).toBe(body)
  })

  test("many in a file", async () => {
    const mbox = `From ann@paper.example Fri Mar  1 10:00:00 2013\n${mail("One")}\nFrom ann@paper.example Fri Mar  1 10:00:00 2013\n${mail("Two")}`
    expect((await articlesOf(mbox, {name: "a.mbox"})).map(article => article.source.title)).toEqual(["One", "Two"])
  })
})

describe("web archives", () => {
  const record = (type: string, content: string): string => {
    const headers = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://paper.example/2020/02/03/talks\r\nContent-Type: application/http\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n`
    return `${headers}${content}\r\n\r\n`
  }
  const response = record("response", `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`)
  const whole =
    record("warcinfo", "software: x") +
    response +
    record("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no</p>") +
    response

  test("give their pages", async () => {
    const articles = await articlesOf(whole, {name: "a.warc"})
    expect(articles.map(article => [article.source.origin, article.source.title])).toEqual([
      ["https://paper.example/2020/02/03/talks", "Talks go on"],
      ["https://paper.example/2020/02/03/talks", "Talks go on"],
    ])
  })

  test("packed, one member a record", async () => {
    const packed = Buffer.concat([gzipSync(response), gzipSync(response)])
    expect(await articlesOf(packed, {name: "a.warc.gz"})).toHaveLength(2)
  })

  test("cut off keep what came before", async () => {
    expect((await outcomesOf(whole.slice(0, -300), {name: "a.warc"})).map(outcome => outcome.slice(0, 17))).toEqual([
      long.slice(0, 17),
      "problem truncated",
    ])
    expect((await outcomesOf(gzipSync(whole).subarray(0, -30), {name: "a.warc.gz"})).at(-1)).toBe("problem truncated")
  })

  test("with rubbish between records go on behind it", async () => {
    expect((await outcomesOf(`${response}rubbish\r\n${response}`, {name: "a.warc"})).map(outcome => outcome.slice(0, 12))).toEqual([
      long.slice(0, 12),
      "problem warc",
      long.slice(0, 12),
    ])
  })
})

describe("gzip", () => {
  test("is unpacked and looked into", async () => {
    expect(await outcomesOf(gzipSync(body), {name: "a.txt.gz"})).toEqual([body])
    expect(await outcomesOf(gzipSync(`{"text": "${body}"}\n`), {name: "a.jsonl.gz"})).toEqual([body])
  })

  test.each([
    ["that grows out of proportion", gzipSync(Buffer.alloc(40 * 1024 * 1024, 97)), "problem ratio"],
    ["that is broken", Buffer.concat([gzipSync(body).subarray(0, 12), Buffer.alloc(40, 7)]), "problem gzip"],
    ["packed twice", gzipSync(gzipSync(body)), "problem gzip"],
  ])("%s is refused", async (_, bytes, outcome) => {
    expect(await outcomesOf(bytes, {name: "a.jsonl.gz"})).toContain(outcome)
  })

  const line = (number: number): string => `{"text": "${body} ${number}"}\n`
  const member = (number: number): Buffer => gzipSync(line(number).repeat(3))
  const wrongSum = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(4, 7), bytes.subarray(-4)])

  test.each([
    ["rubbish behind it", [member(1), member(2), Buffer.from("rubbish")], 6, ["gzip"]],
    ["zeros behind it", [member(1), Buffer.alloc(700)], 3, []],
    ["a member that ends too early", [member(1), member(2).subarray(0, -20)], 3, ["truncated"]],
    ["a broken member in the middle", [member(1), Buffer.from("1f8b0800000000000003ffffffffffff", "hex"), member(3)], 6, ["gzip"]],
    ["a wrong checksum in the middle", [member(1), wrongSum(member(2)), member(3)], 9, ["checksum"]],
    ["a head that names a file and carries more", [packedWithHead(line(1)), member(2)], 4, []],
  ] as const)("with %s keeps all that is whole, however it comes in pieces", async (_, parts, kept, problems) => {
    for (const size of [1, 7, 100_000]) {
      const outcomes = await outcomesOf(Buffer.concat(parts), {name: "a.jsonl.gz", size})
      expect(outcomes.filter(outcome => outcome.startsWith(body))).toHaveLength(kept)
      expect(outcomes.filter(outcome => !outcome.startsWith(body))).toEqual(problems.map(code => `problem ${code}`))
    }
  })

  test("a text with rubbish behind its packed form is read, and the rubbish told", async () => {
    expect(await outcomesOf(Buffer.concat([gzipSync(body), Buffer.from("<html>")]), {name: "a.txt.gz"})).toEqual([body, "problem gzip"])
  })

  test("gives back whatever was packed, in as many members as there are", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({maxLength: 40_000}), {minLength: 1, maxLength: 5}),
        fc.integer({min: 1, max: 50_000}),
        async (parts, size) => {
          const packed = Buffer.concat(parts.map(part => gzipSync(part)))
          const reports: unknown[] = []
          const given: Uint8Array[] = []
          const pieces = Array.from({length: Math.ceil(packed.length / size)}, (_, at) => packed.subarray(at * size, (at + 1) * size))
          for await (const piece of gunzip(Readable.from(pieces), problem => reports.push(problem))) given.push(piece)
          expect(Buffer.concat(given).equals(Buffer.concat(parts))).toBe(true)
          expect(reports).toEqual([])
        },
      ),
      {numRuns: 40},
    )
  })
})

/** A member whose head has every field that a head may have. */
function packedWithHead(text: string): Buffer {
  const plain = gzipSync(text)
  const head = Buffer.from(plain.subarray(0, 10))
  head[3] = 2 | 4 | 8 | 16
  return Buffer.concat([head, Buffer.from([3, 0, 1, 2, 3]), Buffer.from("name.jsonl\0a remark\0"), Buffer.from([0, 0]), plain.subarray(10)])
}

describe("documents", () => {
  test("Word", async () => {
    const docx = zipOf({
      "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      "_rels/.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${body}</w:t></w:r></w:p><w:p><w:r><w:t>Second paragraph.</w:t></w:r></w:p></w:body></w:document>`,
    })
    expect(await outcomesOf(docx, {name: "a.docx"})).toEqual([`${body}\n\nSecond paragraph.`])
  })

  test("another zip file is refused", async () => {
    expect(await outcomesOf(zipOf({"a.txt": body}), {name: "a.zip"})).toEqual(["problem zip"])
    expect(await outcomesOf(zipOf({"a.txt": body}).subarray(0, 60), {name: "a.zip"})).toEqual(["problem truncated"])
  })

  test("PDF", async () => {
    const stream = "BT /F1 12 Tf 72 720 Td (The ministers met in Geneva.) Tj ET"
    const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${stream.length}>>stream
${stream}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Info<</Title(Talks)/CreationDate(D:20130301)>>>>
`
    const [article] = await articlesOf(pdf, {name: "a.pdf"})
    expect(article!.source.text).toBe("The ministers met in Geneva.")
    expect(await outcomesOf("%PDF-1.4 rubbish", {name: "a.pdf"})).toEqual(["problem truncated"])
  })

  test("Markdown", async () => {
    const [article] = await articlesOf(
      `---\ntitle: Talks\ndate: 2013-03-01\n---\n# Heading\n\nThey **met** in [Geneva](https://x.example).\n\n\`\`\`\ncode\n\`\`\`\n`,
      {name: "a.md"},
    )
    expect(article!.source).toMatchObject({text: "Heading\n\nThey met in Geneva.", title: "Talks", published: {from: "2013-03-01"}})
  })
})

test("every format has a name, and endings that no other has", () => {
  const endings = formats.flatMap(format => format.endings)
  expect(new Set(endings).size).toBe(endings.length)
  expect(new Set(formats.map(format => format.name)).size).toBe(formats.length)
})

test.each(["<![CDATA[<html>", "<html", "<!doctype html><html><body><svg><![CDATA[x", "<html><frameset><frame></frameset></html>"])(
  "a page like %s is answered",
  async html => {
    for (const outcome of await outcomesOf(html, {name: "a.html"})) expect(outcome).not.toBe("problem crash")
  },
)

describe("feeds whose items do not stand one behind another", () => {
  const item = (number: number, inside = ""): string =>
    `<item><title>T${number}</title><description>${body} ${number}</description>${inside}</item>`
  const rss = (inside: string): string => `<rss version="2.0"><channel><title>The Paper</title>${inside}</channel></rss>`
  const texts = (...numbers: number[]): string[] => numbers.map(number => `${body} ${number}`)

  test.each([
    ["one inside another", rss(item(1, item(2)) + item(3)), texts(1, 2, 3)],
    ["one without an end", rss(item(1).replace("</item>", "") + item(2)), texts(1, 2)],
    ["in two channels", rss(`${item(1)}</channel><channel>${item(2)}`), texts(1, 2)],
    ["outside the channel", rss(`${item(1)}</channel>${item(2)}<channel>`), texts(1, 2)],
    ["in a group of some other name", rss(`<items>${item(1)}</items>`), ["problem xml"]],
    ["cut off in the third", rss(item(1) + item(2) + item(3)).slice(0, -60), [...texts(1, 2), "problem truncated"]],
    ["whose words speak of items", rss(`${item(1, "<![CDATA[<item>]]>")}<!-- <item> -->${item(2)}`), texts(1, 2)],
  ])("%s: each is read or told", async (_, xml, outcomes) => {
    expect(await outcomesOf(xml, {name: "a.rss"})).toEqual(outcomes)
  })
})
