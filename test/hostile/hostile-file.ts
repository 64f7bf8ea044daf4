/** A file that somebody might hand over, by mistake or on purpose, and what the program must answer. */
export interface HostileFile {
  readonly name: string
  readonly content: () => string | Uint8Array
  /** One outcome an item, in order: "read", or a reason code. */
  readonly answer: readonly string[]
  /** Too long for the network in a test: only taking it in is tested. */
  readonly isLong?: boolean
}

type Row = readonly [what: string, content: string | Uint8Array | (() => string | Uint8Array), ...answer: string[]]

/** Names and numbers the rows of a table; an answer "long" marks the long ones. */
export function filesOf(kind: string, ending: string, rows: readonly Row[]): HostileFile[] {
  return rows.map(([what, content, ...answer]) => ({
    name: `${kind}/${what.replace(/[^\w]+/g, "-")}.${ending}`,
    content: typeof content === "function" ? content : () => content,
    answer: answer.filter(word => word !== "long"),
    isLong: answer.includes("long"),
  }))
}

/** A paragraph that any reader of a format should give back. */
export const body =
  "The foreign ministers of Kenya and Ethiopia met in Nairobi on Thursday. They said the border would stay open. No agreement was signed, but both sides promised to talk again before the rains."

/** Bytes written as hexadecimal digits. */
export const bytesOf = (digits: string): Uint8Array => Buffer.from(digits.replaceAll(" ", ""), "hex")

/** Text in front of and behind some bytes. */
export const around = (before: string, bytes: Uint8Array, behind = ""): Uint8Array =>
  Buffer.concat([Buffer.from(before), bytes, Buffer.from(behind)])
