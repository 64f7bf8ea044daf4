import type {Readable, Writable} from "node:stream"

/** Everything of the outside world a command may touch. Tests hand over their own. */
export interface Effects {
  readonly stdin: Readable
  readonly stdout: Writable & {readonly isTTY?: boolean; readonly columns?: number}
  readonly stderr: Writable & {readonly isTTY?: boolean; readonly columns?: number}
  /** The clock, for progress and for the time a row was written; never for anything that is read from a text. */
  readonly now: () => Date
}

export const realEffects: Effects = {stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, now: () => new Date()}

/** How a run ended: 0 every document was answered, 1 internal or input/output failure, 2 wrong usage, 3 nothing could be read. */
export const exitCodes = {answered: 0, failure: 1, usage: 2, unread: 3} as const

/** Writes and waits while the other side is slow, so that memory stays flat. */
export async function writeOut(stream: Writable, text: string | Uint8Array): Promise<void> {
  if (stream.write(text)) return
  await new Promise<void>((resolve, reject) => {
    const settle = (error?: Error): void => {
      stream.off("drain", settle)
      stream.off("error", settle)
      if (error instanceof Error) reject(error)
      else resolve()
    }
    stream.once("drain", settle)
    stream.once("error", settle)
  })
}
