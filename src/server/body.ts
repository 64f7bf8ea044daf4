import type {Context} from "hono"

/** The body of a request, or null as soon as it is longer than it may be. */
export async function readBody(c: Context, longest: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(c.req.header("content-length") ?? 0) > longest) return null
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (c.req.raw.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += part.length
    if (length > longest) return null
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts, length))
}
