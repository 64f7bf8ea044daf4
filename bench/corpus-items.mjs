// Reads the marked items of corpus/: the same reading as training/items.py, the same tenth held out.
import {createHash} from "node:crypto"
import {readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"

/** Items of a folder of corpus/: {id, text, marks: [{label, start, end}], notes, held}. Offsets are UTF-16 indexes. */
export function readItems(folder) {
  return readdirSync(folder)
    .filter(file => file.endsWith(".txt"))
    .sort()
    .flatMap(file => blocksOf(readFileSync(join(folder, file), "utf8")).map(block => readItem(block, file)))
}

function blocksOf(text) {
  const blocks = [[]]
  for (const raw of text.split("\n")) {
    const line = raw.trim()
    if (line.startsWith("#")) continue
    if (line !== "") blocks[blocks.length - 1].push(line)
    else if (blocks[blocks.length - 1].length > 0) blocks.push([])
  }
  return blocks.filter(block => block.length > 0)
}

function readItem(block, file) {
  const item = {file, text: "", marks: [], notes: [], held: false, id: ""}
  let gap = ""
  for (const line of block) {
    if (line.startsWith("=")) item.notes.push(line.slice(1).trim())
    else if (line === "¶") gap = "\n\n"
    else {
      item.text += item.text ? gap : ""
      const start = item.text.length
      const {plain, marks} = unmark(line)
      item.text += plain
      item.marks.push(...marks.map(mark => ({label: mark.label, start: mark.start + start, end: mark.end + start})))
      gap = " "
    }
  }
  const digest = createHash("sha256").update(item.text, "utf8").digest("hex")
  item.id = `${file.replace(".txt", "")}/${digest.slice(0, 10)}`
  item.held = Number.parseInt(digest.slice(0, 4), 16) % 10 === 0
  return item
}

function unmark(line) {
  let plain = ""
  const marks = []
  const open = []
  for (let i = 0; i < line.length; i++) {
    const letter = line[i]
    if (letter === "\\" && (line[i + 1] === "[" || line[i + 1] === "]")) plain += line[++i]
    else if (letter === "[") {
      const colon = line.indexOf(":", i)
      open.push({labels: line.slice(i + 1, colon), start: plain.length})
      i = colon
    } else if (letter === "]" && open.length > 0) {
      const {labels, start} = open.pop()
      marks.push(...labels.split(",").map(label => ({label: label.trim(), start, end: plain.length})))
    } else plain += letter
  }
  return {plain, marks}
}
