/**
 * The best tree with exactly one root. `score(dependent, head)` for words 0…count−1; head −1 is the root.
 * Gives every word's head, −1 for the root word. Greedy heads when they already form such a tree, else Chu-Liu-Edmonds.
 */
export function findTree(count: number, score: (dependent: number, head: number) => number): Int32Array {
  const heads = greedyHeads(count, score)
  if (isTree(heads)) return heads
  return bestTree(count, score)
}

function greedyHeads(count: number, score: (dependent: number, head: number) => number): Int32Array {
  const heads = new Int32Array(count)
  for (let word = 0; word < count; word++) {
    let best = -1
    let most = score(word, -1)
    for (let head = 0; head < count; head++) {
      if (head === word) continue
      const value = score(word, head)
      if (value > most) {
        most = value
        best = head
      }
    }
    heads[word] = best
  }
  return heads
}

/** One root, and every word reaches it. */
export function isTree(heads: Int32Array): boolean {
  let roots = 0
  for (const head of heads) if (head < 0) roots++
  return roots === 1 && findCycle(heads).length === 0
}

/** The words of one cycle, in no set order; empty when there is none. */
function findCycle(heads: Int32Array): number[] {
  const visited = new Int32Array(heads.length)
  for (let start = 0; start < heads.length; start++) {
    let at = start
    while (at >= 0 && visited[at] === 0) {
      visited[at] = start + 1
      at = heads[at]!
    }
    if (at >= 0 && visited[at] === start + 1) return collectCycle(heads, at)
  }
  return []
}

function collectCycle(heads: Int32Array, start: number): number[] {
  const cycle = [start]
  for (let at = heads[start]!; at !== start; at = heads[at]!) cycle.push(at)
  return cycle
}

/** A root edge costs so much that the best tree has only one. */
const rootCost = 1e6

function bestTree(count: number, score: (dependent: number, head: number) => number): Int32Array {
  const size = count + 1
  const scores = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY)
  for (let word = 0; word < count; word++) {
    scores[(word + 1) * size] = score(word, -1) - rootCost
    for (let head = 0; head < count; head++) if (head !== word) scores[(word + 1) * size + head + 1] = score(word, head)
  }
  const heads = contract(size, scores)
  return Int32Array.from({length: count}, (_, word) => heads[word + 1]! - 1)
}

/** Heads of the best arborescence whose root is node 0; `scores[dependent * size + head]`. */
function contract(size: number, scores: Float64Array): Int32Array {
  const heads = new Int32Array(size)
  heads[0] = -1
  for (let node = 1; node < size; node++) heads[node] = bestHead(size, scores, node)
  const cycle = findCycle(heads)
  return cycle.length === 0 ? heads : expand({size, scores, heads, cycle})
}

function bestHead(size: number, scores: Float64Array, node: number): number {
  let best = 0
  for (let head = 1; head < size; head++) if (scores[node * size + head]! > scores[node * size + best]!) best = head
  return best
}

interface Knot {
  readonly size: number
  readonly scores: Float64Array
  readonly heads: Int32Array
  readonly cycle: readonly number[]
}

/** Solves the graph in which the cycle is one node, then opens the cycle where the solution enters it. */
function expand(knot: Knot): Int32Array {
  const {size, heads, cycle} = knot
  const inside = new Set(cycle)
  const rest = Array.from({length: size}, (_, node) => node).filter(node => !inside.has(node))
  const {small, enter, leave} = shrink(knot, rest)
  const solved = contract(rest.length + 1, small)
  const result = heads.slice()
  rest.forEach((node, place) => {
    if (place > 0) result[node] = solved[place] === rest.length ? leave[place]! : rest[solved[place]!]!
  })
  const from = solved[rest.length]!
  result[enter[from]!] = rest[from]!
  return result
}

function shrink({size, scores, heads, cycle}: Knot, rest: readonly number[]) {
  const width = rest.length + 1
  const small = new Float64Array(width * width).fill(Number.NEGATIVE_INFINITY)
  const enter = new Int32Array(rest.length)
  const leave = new Int32Array(rest.length)
  rest.forEach((node, row) => {
    rest.forEach((head, column) => {
      small[row * width + column] = scores[node * size + head]!
    })
    for (const member of cycle) {
      const out = scores[node * size + member]!
      if (out > small[row * width + rest.length]!) {
        small[row * width + rest.length] = out
        leave[row] = member
      }
      const gain = scores[member * size + node]! - scores[member * size + heads[member]!]!
      if (gain > small[rest.length * width + row]!) {
        small[rest.length * width + row] = gain
        enter[row] = member
      }
    }
  })
  return {small, enter, leave}
}
