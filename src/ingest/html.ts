import {Problem} from "../problem.js"
import {failAt} from "./complete.js"
import type {Format} from "./format.js"

export const htmlFormat: Format = {
  name: "html",
  endings: [],
  mediaTypes: [],
  fits: () => false,
  async *read(input) {
    yield failAt(input.name, new Problem("html", "not yet"))
  },
}
