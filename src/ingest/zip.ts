import {Problem} from "../problem.js"
import {limits} from "./limits.js"

/**
 * Reads a zip file's list of contents before anything is unpacked: gives the names. Throws `zip` when it has none,
 * `encrypted`, or `ratio` when it would unpack to too much.
 */
export function checkZip(bytes: Uint8Array): string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.readUInt16LE(end + 10)
  if (count > limits.zipEntries) throw new Problem("zip", `The zip file holds ${count} entries, more than ${limits.zipEntries}.`)
  const names: string[] = []
  let unpacked = 0
  let at = view.readUInt32LE(end + 16)
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50)
      throw new Problem("zip", "The zip file's list of contents is broken.")
    if ((view.readUInt16LE(at + 8) & 1) === 1) throw new Problem("encrypted", "The zip file is locked with a password.")
    unpacked += view.readUInt32LE(at + 24)
    const nameLength = view.readUInt16LE(at + 28)
    names.push(view.subarray(at + 46, at + 46 + nameLength).toString("utf8"))
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  if (unpacked > limits.gzipBytes || unpacked > Math.max(bytes.length, 100_000) * limits.gzipRatio)
    throw new Problem("ratio", "The zip file unpacks to too much.")
  return names
}

/** The record that ends a zip file; it stands in the last 64 kB. */
function findEnd(view: Buffer): number {
  for (let at = view.length - 22; at >= 0 && at > view.length - 65_600; at--) if (view.readUInt32LE(at) === 0x06054b50) return at
  throw new Problem("truncated", "The zip file has no end: it is not whole.")
}
