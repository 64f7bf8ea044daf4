import {Problem} from "../problem.js"
import {failAt} from "./complete.js"
import type {Format} from "./format.js"

export const warcFormat: Format = {
  name: "warc",
  endings: [],
  mediaTypes: [],
  fits: () => false,
  async *read(input) {
    yield failAt(input.name, new Problem("warc", "not yet"))
  },
}
