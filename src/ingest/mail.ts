import {Problem} from "../problem.js"
import {failAt} from "./complete.js"
import type {Format} from "./format.js"

export const mailFormat: Format = {
  name: "mail",
  endings: [],
  mediaTypes: [],
  fits: () => false,
  async *read(input) {
    yield failAt(input.name, new Problem("mail", "not yet"))
  },
}
