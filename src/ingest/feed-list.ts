import {readFileSync} from "node:fs"
import {parse} from "smol-toml"
import {z} from "zod"
import {Problem} from "../problem.js"

const feed = z.object({
  address: z.url({protocol: /^https?$/}).describe("Address of the feed."),
  every: z.int().min(60).default(900).describe("Seconds between two visits; at least 60."),
  follow: z.boolean().default(true).describe("Fetch the page each item links to. Otherwise the item's own text is read."),
})

const feedList = z.object({feed: z.array(feed).min(1).describe("The feeds, each as [[feed]].")})

/** A feed to watch. */
export type WatchedFeed = z.infer<typeof feed>

/**
 * Reads a list of feeds to watch:
 *
 *     [[feed]]
 *     address = "https://paper.example/world.rss"
 *     every = 900
 */
export function readFeedList(path: string): WatchedFeed[] {
  const text = readOrComplain(path)
  const checked = feedList.safeParse(parseToml(text, path))
  if (checked.success) return checked.data.feed
  const issue = checked.error.issues[0]
  throw new Problem(
    "config",
    `${path}: ${issue?.path.join(".") || "the file"} is wrong: ${issue?.message ?? "unreadable"}. A feed needs [[feed]] and address = "https://…".`,
  )
}

function readOrComplain(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch (cause) {
    throw new Problem("config", `The list of feeds ${path} cannot be read: ${(cause as Error).message}.`, {cause})
  }
}

function parseToml(text: string, path: string): unknown {
  try {
    return parse(text)
  } catch (cause) {
    throw new Problem("config", `${path} is not TOML: ${(cause as Error).message.split("\n")[0]}`, {cause})
  }
}
