import {Problem} from "../problem.js"
import {failAt} from "./complete.js"
import type {Format} from "./format.js"

export const jsonFormat: Format = {
  name: "json",
  endings: [],
  mediaTypes: [],
  fits: () => false,
  async *read(input) {
    yield failAt(input.name, new Problem("json", "not yet"))
  },
}
