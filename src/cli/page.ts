import {styleText} from "node:util"
import type {Reading} from "../record/reading.js"

export interface PageStyle {
  readonly colours: boolean
  /** Width of the terminal in characters. */
  readonly columns: number
}

/** A reading as a page for people. */
export function paintPage(reading: Reading, _style: PageStyle): string {
  return `${styleText("bold", reading.document.title ?? reading.document.id)}\n`
}
