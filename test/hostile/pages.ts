import {around, body, bytesOf, filesOf} from "./hostile-file.js"

const page = (inside: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><title>Talks</title>${head}</head><body><article><p>${body}</p>${inside}</article></body></html>`
const linked = (json: string): string => page("", `<script type="application/ld+json">${json}</script>`)

/** Web pages: unclosed, nested, lying, empty. */
export const pages = filesOf("html", "html", [
  ["empty", "", "empty"],
  ["white space", " \n ", "empty"],
  ["nothing but what stands around", "<html><body><nav><a href=/>Home</a></nav><footer></footer></body></html>", "boilerplate"],
  ["pictures alone", "<html><body><img src=a><svg><text>x</text></svg></body></html>", "boilerplate"],
  ["nested 600 deep", () => `<html><body>${"<div>".repeat(600)}${body}${"</div>".repeat(600)}</body></html>`, "depth"],
  ["nested 100,000 deep", () => `<html><body>${"<div>".repeat(100_000)}${body}</body></html>`, "depth"],
  ["nothing closed", `<html><body><div><p>${body}<p>${body}<b><i><u>`, "read"],
  ["a tag cut off", `<html><body><p>${body}</p><div class="`, "read"],
  ["a comment without end", `<html><body><p>${body}</p><!-- and so on`, "read"],
  ["character data without end", "<![CDATA[<html>", "html"],
  ["a script without end", page("<script>var a = 1"), "read"],
  ["frames", "<html><frameset><frame src=a></frameset></html>", "boilerplate"],
  ["over the limit", () => Buffer.alloc(20 * 1024 * 1024 + 1, "<p>a</p>"), "size"],
  ["a NUL", page("<p>a\0b</p>"), "control"],
  ["a character set that is none", page("", '<meta charset="klingon">'), "read"],
  ["a character set that lies", around(page("<p>", '<meta charset="utf-16">').slice(0, -30), bytesOf("e2 80 99"), "</p>"), "read"],
  ["entities that are none", page("<p>&nosuch; &#x110000; &#0; &#xd800; &amp;amp; &</p>"), "read"],
  ["an attribute of a megabyte", () => page(`<p class="${"a".repeat(1_000_000)}">x</p>`), "read"],
  ["ten thousand links", () => page('<a href="/x">More</a> '.repeat(10_000)), "read", "long"],
  ["broken JSON-LD", linked('{"@type": "NewsArticle", "headline": "Tal'), "read"],
  ["deep JSON-LD", () => linked(`${"[".repeat(2_000)}${"]".repeat(2_000)}`), "read"],
  [
    "JSON-LD about properties",
    linked('{"@type": "NewsArticle", "__proto__": {"x": 1}, "headline": {"a": 1}, "author": [null, 3]}'),
    "read",
  ],
  ["a date that is none", page("", '<meta property="article:published_time" content="0000-99-99T99:99">'), "read"],
  ["an address that is none", page("", '<link rel="canonical" href="javascript:alert(1)"><base href="data:,x">'), "read"],
  ["attributes twice", page('<p id=a id=b onclick="alert(1)" onclick=2>x</p>'), "read"],
])
