import {around, body, bytesOf, filesOf} from "./hostile-file.js"

const line = (fields: object): string => `${JSON.stringify({text: body, ...fields})}\n`

/** JSON lines: each line answered by itself. */
export const lines = filesOf("jsonl", "jsonl", [
  ["empty", ""],
  ["blank lines", `\n\n${line({})}\n\n`, "read"],
  ["no JSON", `nonsense\n${line({})}`, "json", "read"],
  ["a line cut off", line({}).slice(0, 40), "json"],
  ["no line end at the end", line({}).trimEnd(), "read"],
  ["two objects on a line", `${line({}).trimEnd()}${line({})}`, "json"],
  ["no text", '{"id": "x"}\n', "schema"],
  ["a text that is a number", '{"text": 3}\n', "schema"],
  ["a text that is null", '{"text": null}\n', "schema"],
  ["an empty text", '{"text": ""}\n', "empty"],
  ["a list", '{"text": "x"}\n[1, 2]\n', "read", "schema"],
  ["nested too deep", () => `{"id": "a"}\n{"x": ${"[".repeat(600)}${"]".repeat(600)}}\n`, "schema", "depth"],
  ["nested 100,000 deep", () => `{"text": ${"[".repeat(100_000)}\n${line({})}`, "depth", "read"],
  ["half a character", '{"text": "Kenya \\ud800 accused Ethiopia"}\n', "read"],
  ["a NUL in a text", '{"text": "Kenya\\u0000"}\n', "control"],
  ["names of properties", `{"__proto__": {"text": "x"}, "constructor": 1, "text": ${JSON.stringify(body)}}\n`, "read"],
  ["the same name twice", '{"text": "first", "text": "The second one counts."}\n', "read"],
  ["a line over the limit", () => `{"text": "${"a".repeat(8 * 1024 * 1024)}"}\n${line({})}`, "size", "read"],
  ["bytes that are no UTF-8", around('{"text": "', bytesOf("ff fe fa"), `"}\n${line({})}`), "encoding", "read"],
  ["a date that is none", line({published: "soon"}), "read"],
  ["pairs outside the text", line({pairs: [{source: {start: 0, end: 99_999}}]}), "span-outside-text"],
])

/** JSON values in one piece. */
export const values = filesOf("json", "json", [
  ["empty", "", "empty"],
  ["cut off", '{"text": ', "json"],
  ["a number", "42", "schema"],
  ["an empty list", "[]"],
  ["a list of good and bad", JSON.stringify([{text: body}, 3, {text: ""}]), "read", "schema", "empty"],
  ["nested too deep", () => `${"[".repeat(600)}${"]".repeat(600)}`, "depth"],
  ["a number too large", `{"text": ${JSON.stringify(body)}, "id": 1e999}`, "schema"],
])

/** Tables. */
export const tables = filesOf("csv", "csv", [
  ["empty", ""],
  ["a heading alone", "text,id\n"],
  ["no column of texts", "a,b\n1,2\n", "csv"],
  ["a row too short", `text,id\n${body.replaceAll(",", "")}\n`, "read"],
  ["a row too long", `text,id\n${body.replaceAll(",", "")},1,2,3,4\n`, "read"],
  ["a quotation mark never closed", `text,id\n${body.replaceAll(",", "")},1\n"They met`, "read", "csv"],
  ["a quotation mark in a cell", `text,id\nThey "met" again,1\n`, "csv"],
  ["formulas", "text,id\n=cmd|' /C calc'!A0,+1\n", "read"],
  ["a byte order mark", `\ufefftext;id\n${body};1\n`, "read"],
  ["two columns of one name", "text,text\nThey met,They left\n", "read"],
  ["a cell over the limit", () => `text,id\n"${"a".repeat(9 * 1024 * 1024)}",1\n`, "csv"],
  ["a NUL", "text,id\nThey\0met,1\n", "control"],
])
