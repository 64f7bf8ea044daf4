import {answerOf} from "./page.js"
import {pages} from "./pages/all.js"
import type {Room} from "./room.js"

/** What visitors ask for first and what takes longest to sum up, as the pages ask for it. */
const first: readonly (readonly [path: string, query: Readonly<Record<string, string>>])[] = [
  ["/changes", {}],
  ["/choices", {}],
  ["/network", {limit: "400"}],
  ["/matrix", {}],
  ["/actors", {limit: "100"}],
  ["/map", {}],
]

/** Answers what is asked first before anybody asks, one question after another, so that a visitor never waits for more than one. Gives what stops it. */
export function warmUp(room: Room): () => void {
  const waiting = [...first]
  let timer = setTimeout(step, 20)
  function step(): void {
    const [path, query] = waiting.shift()!
    const page = pages.find(candidate => candidate.path === path)!
    try {
      answerOf(page, room, {query: page.query.parse(query) as never, name: ""})
    } catch (error) {
      process.stderr.write(`reading room: ${(error as Error).message}\n`)
    }
    if (waiting.length > 0) timer = setTimeout(step, 50)
  }
  return () => clearTimeout(timer)
}
