import type {Reading} from "../record/reading.js"
import type {Book} from "../store/book.js"
import {type Days, eachReading} from "../store/readings.js"
import type {Exporter} from "./exporter.js"

/** Words, lemmas, parts of speech and syntax as Universal Dependencies write them. The book does not keep them: the texts are analysed again. */
export const conlluExporter: Exporter = {
  name: "conllu",
  summary: "words and syntax in CoNLL-U, analysed again from the texts",
  mediaType: "text/plain",
  ending: ".conllu",
  holds: ["articles"],
  write: writeConllu,
}

async function* writeConllu(book: Book, options: Days): AsyncGenerator<string> {
  const {readArticle} = await import("../read-article.js")
  for await (const {reading} of eachReading(book, options)) {
    const {id, text = "", title, language} = reading.document
    const analysed = await readArticle({id, text, title, language}, {extra: new Set(["words"])})
    yield `# newdoc id = ${oneLine(id)}\n`
    yield* sentencesOf(analysed, Array.from(text))
  }
}

function* sentencesOf(reading: Reading, characters: readonly string[]): Generator<string> {
  const slice = (start: number, end: number): string => characters.slice(start, end).join("")
  const words = reading.words ?? []
  let at = 0
  for (const [index, sentence] of reading.sentences.entries()) {
    const lines = [`# sent_id = ${oneLine(reading.document.id)}-${index + 1}`, `# text = ${oneLine(slice(sentence.start, sentence.end))}`]
    for (let number = 1; at < words.length && words[at]!.start < sentence.end; at++, number++) {
      const word = words[at]!
      const isJoined = at + 1 < words.length && words[at + 1]!.start === word.end
      const misc = `${isJoined ? "SpaceAfter=No|" : ""}start_char=${word.start}|end_char=${word.end}`
      const cells = [
        number,
        oneLine(slice(word.start, word.end)),
        word.lemma,
        word.upos,
        word.xpos,
        word.feats,
        word.head,
        word.deprel,
        "",
        misc,
      ]
      lines.push(cells.map(cell => (cell === "" ? "_" : cell)).join("\t"))
    }
    if (lines.length > 2) yield `${lines.join("\n")}\n\n`
  }
}

const oneLine = (text: string): string => text.replace(/\s{1,1000}/g, " ")
