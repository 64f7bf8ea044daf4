import type {Labels} from "../../src/language/labels.js"

const bioes = (classes: readonly string[]) => ["O", ...classes.flatMap(name => ["B", "I", "E", "S"].map(mark => `${mark}-${name}`))]

/** Small label lists for tests that need no trained network. */
export const testLabels: Labels = {
  upos: ["NOUN", "VERB", "PROPN", "PRON", "PUNCT"],
  xpos: ["NN", "VBD", "NNP", "PRP", "."],
  feats: ["_", "Number=Sing", "Number=Plur"],
  relations: ["root", "nsubj", "obj", "punct"],
  names: bioes(["PER", "DATE"]),
  mentions: ["none", "person", "place"],
  quotes: bioes(["content", "cue", "source"]),
  events: ["none", "AGREE", "ASSAULT"],
  statuses: ["actual", "future"],
  maxPieces: 24,
  maxWordPieces: 12,
  unk: 1,
  cls: 2,
  sep: 3,
  plain: {"“": '"', "”": '"', "’": "'", "—": "-", "…": "..."},
  opening: ['"', "“", "("],
}

/** `[PAD] [UNK] [CLS] [SEP]`, then some pieces. */
export const testVocabulary = [
  "[PAD]",
  "[UNK]",
  "[CLS]",
  "[SEP]",
  "the",
  "un",
  "##able",
  "##s",
  "erdogan",
  '"',
  "'",
  ".",
  "-",
  "said",
  "s",
  "t",
  "a",
  "##a",
]
