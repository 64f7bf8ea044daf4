import type {Choices} from "../answers.js"
import {bookNow, fetchJson} from "../fetching.svelte.js"

let known = $state.raw<Choices | null>(null)
let knownFor = ""

/** What filters can be set to; asked for when first used, and again when the book has changed. */
export function choices(): Choices | null {
  const {version} = bookNow
  if (version !== knownFor) {
    knownFor = version
    fetchJson<Choices>("/choices.json").then(
      answer => {
        known = answer
      },
      () => {
        knownFor = ""
      },
    )
  }
  return known
}
