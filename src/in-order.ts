/**
 * Works on several items at once and gives the results in the order of the items. A finished result is given as soon as it is its turn,
 * even while the next item is still awaited, so that a filter answers a slow writer at once.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = items[Symbol.asyncIterator]()
  const waiting: Promise<Result>[] = []
  let next: Promise<IteratorResult<Item>> | null = source.next()
  while (next !== null || waiting.length > 0) {
    if (next !== null && waiting.length < atOnce) {
      const first: "item" | "result" = await whicheverFirst(next, waiting[0])
      if (first === "item") {
        const arrived: IteratorResult<Item> = await next
        next = arrived.done ? null : source.next()
        if (!arrived.done) waiting.push(settleLater(work(arrived.value)))
        continue
      }
    }
    yield await waiting.shift()!
  }
}

/** A promise that may fail before anybody awaits it must not count as unhandled. */
function settleLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

function whicheverFirst(item: Promise<unknown>, result: Promise<unknown> | undefined): Promise<"item" | "result"> {
  const arrived = item.then(() => "item" as const)
  return result === undefined ? arrived : Promise.race([result.then(() => "result" as const), arrived])
}
