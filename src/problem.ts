/** Every code a `Problem` can carry. The list is closed, documented in `docs/reference/problems.md` and stable: scripts may test for them. */
export const problemCodes = [
  ..."empty encoding control type size ratio depth json schema csv xml dtd html warc gzip zip truncated checksum http path encrypted boilerplate language".split(
    " ",
  ),
  ..."dictionary pattern config model store timeout memory crash span-outside-text stage usage not-found".split(" "),
] as readonly string[]

/**
 * A mistake the caller, or the input, made. The message says what happened, with which value, and what to do next;
 * `code` is stable and machine-readable. The library throws nothing else on purpose.
 */
export class Problem extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: {cause?: unknown},
  ) {
    super(message, options)
    this.name = "Problem"
  }
}
