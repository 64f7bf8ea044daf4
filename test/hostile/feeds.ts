import {gzipSync} from "node:zlib"
import {around, body, bytesOf, filesOf} from "./hostile-file.js"

const item = (inside = ""): string => `<item><title>Talks</title><description>${body}</description>${inside}</item>`
const rss = (items: string, before = '<?xml version="1.0"?>'): string =>
  `${before}<rss version="2.0"><channel><title>The Paper</title>${items}</channel></rss>`
const atom = (inside: string): string => `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title>${inside}</feed>`
const bomb = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`

/** Feeds: entities, holes, cuts, lies. */
export const feeds = filesOf("feed", "rss", [
  ["empty", "", "empty"],
  ["white space", "\n\n", "empty"],
  ["a tag cut off", "<rss", "xml"],
  ["entities that grow", rss(item("&c;"), bomb), "dtd"],
  ["an entity from a file", rss(item("&f;"), '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>'), "dtd"],
  ["an entity from the network", rss(item("&f;"), '<!DOCTYPE r [<!ENTITY % f SYSTEM "http://127.0.0.1/x">%f;]>'), "dtd"],
  ["entities in small letters", rss(item(), '<!doctype r [<!entity a "b">]>'), "dtd"],
  ["no items", rss("")],
  ["items without words", rss("<item><title>x</title></item><item><title>y</title></item>"), "empty", "empty"],
  ["one item good, one empty", rss(`${item()}<item><title>x</title></item>`), "read", "empty"],
  ["cut off in an item", rss(item()).slice(0, -60), "xml"],
  ["nested items", rss(`<item>${item()}</item>`), "read"],
  ["a date that is none", rss(item("<pubDate>the day after</pubDate>")), "read"],
  ["a link that is a script", rss(item("<link>javascript:alert(1)</link>")), "read"],
  ["character data", rss(`<item><title>T</title><description><![CDATA[<p>${body}</p><script>x</script>]]></description></item>`), "read"],
  ["character data without end", rss(`<item><description><![CDATA[${body}`), "xml"],
  ["a NUL", rss(item("\0")), "read"],
  ["a thousand items", () => rss(item().repeat(1_000)), ...Array<string>(1_000).fill("read"), "long"],
  [
    "nested 10,000 deep",
    () => rss(`<item>${"<a>".repeat(10_000)}${"</a>".repeat(10_000)}<description>${body}</description></item>`),
    "xml",
  ],
  ["over the limit", () => Buffer.alloc(50 * 1024 * 1024 + 1, " "), "size"],
  ["a character set that lies", around('<?xml version="1.0" encoding="utf-16"?>', Buffer.from(rss(item(), ""))), "read"],
  [
    "another character set",
    around(
      rss("", '<?xml version="1.0" encoding="windows-1252"?>').slice(0, -16),
      Buffer.concat([Buffer.from(`<item><description>${body} `), bytesOf("93 94"), Buffer.from("</description></item>")]),
      "</channel></rss>",
    ),
    "read",
  ],
  ["Atom without content", atom("<entry><id>1</id><title>Talks</title></entry>"), "empty"],
  ["packed without saying so", gzipSync(rss(item())), "read"],
])

/** XML that is no feed. */
export const otherXml = filesOf("xml", "xml", [["no feed", "<note><to>Ann</to><body>Hello</body></note>", "xml"]])
