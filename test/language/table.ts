import {Words} from "../../src/document/words.js"

/**
 * A word table written by hand: one word a line, `form[/lemma] UPOS head relation [XPOS [feats]]`, heads counted from 1, 0 the root.
 * An empty line starts a new sentence. Words are put one space apart.
 */
export function makeWords(lines: string): Words {
  const sentences = lines
    .trim()
    .split(/\n\s*\n/)
    .map(block =>
      block
        .trim()
        .split("\n")
        .map(line => line.trim().split(/\s+/)),
    )
  const rows = sentences.flat()
  const words = new Words(rows.map(cells => formOf(cells)).join(" "), rows.length)
  let position = 0
  let row = 0
  sentences.forEach((sentence, number) => {
    const first = row
    for (const cells of sentence) {
      const [, upos, head, relation, xpos, feats] = cells
      const form = formOf(cells)
      words.start[row] = position
      words.end[row] = position + form.length
      position += form.length + 1
      words.upos[row] = upos!
      words.xpos[row] = xpos ?? {NOUN: "NN", PROPN: "NNP", PRON: "PRP"}[upos!] ?? ""
      words.feats[row] = feats ?? ""
      words.lemma[row] = cells[0]!.split("/")[1] ?? (upos === "PROPN" ? form : form.toLowerCase())
      words.head[row] = head === "0" ? -1 : first + Number(head) - 1
      words.deprel[row] = relation!
      words.sentence[row] = number
      row++
    }
  })
  return words.settleHeads()
}

const formOf = (cells: readonly string[]): string => cells[0]!.split("/")[0]!
