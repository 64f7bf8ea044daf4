import {setTimeout as sleep} from "node:timers/promises"
import {readFeedList, type WatchedFeed} from "../ingest/feed-list.js"
import {addItems} from "../store/add-items.js"
import {type Book, openForWriting, usualBookPath} from "../store/book.js"
import {dueAt, visitFeed} from "../store/watch.js"
import {addOptions, reportStep} from "./book.js"
import type {WatchCommandOptions} from "./book-commands.js"
import {type Effects, exitCodes, writeOut} from "./effects.js"

/** `rapporteur watch`: visits each feed when it is due, until it is stopped. The book is locked only during a visit. */
export async function runWatch(list: string, options: WatchCommandOptions, effects: Effects): Promise<number> {
  const feeds = readFeedList(list)
  const stop = new AbortController()
  const onSignal = (): void => stop.abort()
  process.once("SIGTERM", onSignal).once("SIGINT", onSignal)
  try {
    while (!stop.signal.aborted) {
      const next = await visitDue(feeds, options, {effects, stop: stop.signal})
      if (options.once) break
      const wait = Math.max(1_000, next.getTime() - effects.now().getTime())
      await sleep(wait, undefined, {signal: stop.signal}).catch(() => {})
    }
  } finally {
    process.off("SIGTERM", onSignal).off("SIGINT", onSignal)
  }
  return exitCodes.answered
}

/** Visits every feed that is due; gives the time at which the next one will be. */
async function visitDue(
  feeds: readonly WatchedFeed[],
  options: WatchCommandOptions,
  {effects, stop}: {effects: Effects; stop: AbortSignal},
): Promise<Date> {
  const book = openForWriting(options.book ?? usualBookPath(), effects.now())
  try {
    for (const feed of feeds) {
      if (stop.aborted || dueAt(book, feed) > effects.now()) continue
      await visitOne(book, feed, {options, effects})
    }
    return new Date(Math.min(...feeds.map(feed => dueAt(book, feed).getTime())))
  } finally {
    book.close()
  }
}

async function visitOne(
  book: Book,
  feed: WatchedFeed,
  {options, effects}: {options: WatchCommandOptions; effects: Effects},
): Promise<void> {
  const tally = {new: 0, newer: 0, known: 0, quarantined: 0}
  for await (const step of addItems(book, visitFeed(book, feed, {now: effects.now}), addOptions([], options, effects))) {
    tally[step.outcome]++
    reportStep(step, effects)
  }
  await writeOut(
    effects.stdout,
    `${effects.now().toISOString()} ${feed.address}: ${tally.new} new, ${tally.known + tally.newer} known, ${tally.quarantined} in quarantine\n`,
  )
}
