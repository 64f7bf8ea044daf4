import {Problem} from "../problem.js"
import {failAt} from "./complete.js"
import type {Format} from "./format.js"

export const docxFormat: Format = {
  name: "docx",
  endings: [],
  mediaTypes: [],
  fits: () => false,
  async *read(input) {
    yield failAt(input.name, new Problem("docx", "not yet"))
  },
}
