import {Problem} from "../problem.js"

/** A text and the character set it was read with. */
export interface Decoded {
  readonly text: string
  readonly charset: string
}

/**
 * Turns bytes into text: by a byte order mark, by the character set the sender named, as UTF-8 when it is valid UTF-8, else by what the bytes look like.
 * The mark itself is not part of the text.
 */
export async function decodeBytes(bytes: Uint8Array, named: string | null = null): Promise<Decoded> {
  const marked = charsetOfMark(bytes)
  if (marked) return {text: new TextDecoder(marked).decode(bytes), charset: marked}
  const utf8 = decodeAs(bytes, "utf-8", true)
  const claimed = named && isKnownCharset(named) && !(isWide(named) && utf8 !== null && !bytes.includes(0)) ? named.toLowerCase() : null
  if (claimed && claimed !== "utf-8" && !(utf8 !== null && isAsciiCompatible(claimed) && hasHighBytes(bytes)))
    return {text: decodeAs(bytes, claimed, false) ?? "", charset: claimed}
  if (utf8 !== null && !looksLikeUtf16(bytes)) return {text: utf8, charset: "utf-8"}
  return guessAndDecode(bytes)
}

/** UTF-8 and nothing else: an `encoding` problem where the bytes are not. */
export function decodeUtf8(bytes: Uint8Array): string {
  const text = decodeAs(bytes, "utf-8", true)
  if (text === null) throw new Problem("encoding", "These bytes are not UTF-8. Convert the file to UTF-8 first.")
  return text
}

async function guessAndDecode(bytes: Uint8Array): Promise<Decoded> {
  const utf16 = looksLikeUtf16(bytes)
  if (utf16) return {text: new TextDecoder(utf16).decode(bytes), charset: utf16}
  const {default: chardet} = await import("chardet")
  const guess = chardet.detect(bytes.subarray(0, 65_536)) ?? "windows-1252"
  const charset = isKnownCharset(guess) && !(/^iso-8859/i.test(guess) && hasControlBytes(bytes)) ? guess.toLowerCase() : "windows-1252"
  return {text: decodeAs(bytes, charset, false) ?? "", charset}
}

function charsetOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8"
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  return null
}

/** Every second byte zero, as in Latin text written in UTF-16 without a mark. */
function looksLikeUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 2_000) & ~1
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  if (odd > length * 0.4 && even === 0) return "utf-16le"
  return even > length * 0.4 && odd === 0 ? "utf-16be" : null
}

function decodeAs(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  try {
    const decoder = new TextDecoder(charset, {fatal})
    return decoder.encoding === "windows-1252" ? decodeWindows(bytes) : decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function isKnownCharset(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "replacement"
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const isAsciiCompatible = (charset: string): boolean => !isWide(charset)

/** Two bytes a letter: English in it has a zero in every second byte, and what has none is something else, whatever it says of itself. */
const isWide = (charset: string): boolean => /^utf-16/i.test(charset)

function hasHighBytes(bytes: Uint8Array): boolean {
  return bytes.some(byte => byte > 127)
}

/** The ISO 8859 sets have nothing but control characters at 0x80–0x9F; Windows writes its quotation marks and dashes there. */
function hasControlBytes(bytes: Uint8Array): boolean {
  return bytes.some(byte => byte >= 0x80 && byte < 0xa0)
}

/** What Windows-1252 writes at 0x80–0x9F. */
const windowsMarks = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

/** Node 20 decodes Windows-1252 as Latin-1 and loses its quotation marks, so this one is done by hand. */
function decodeWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1")
  return latin.replace(/[\u0080-\u009f]/g, mark => windowsMarks[mark.charCodeAt(0) - 0x80]!)
}
