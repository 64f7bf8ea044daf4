/** Number of minima in a signature, of bands it is cut into, and of minima in a band. */
const size = 128
const bandCount = 32
const bandWidth = size / bandCount

/** From this share of common shingles on, two texts are copies of one. */
export const copyThreshold = 0.6

/** A text's signature: for each of 128 hash functions the smallest value over all runs of five words. Null for texts of fewer than 20 words. */
export function signatureOf(text: string): Uint32Array | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{1,40}/gu) ?? []
  if (words.length < 20) return null
  const signature = new Uint32Array(size).fill(0xffffffff)
  const hashes = words.map(hashWord)
  for (let i = 0; i + 5 <= hashes.length; i++) {
    let shingle = 0
    for (let j = i; j < i + 5; j++) shingle = mix(Math.imul(shingle, 31) + hashes[j]!)
    for (let k = 0; k < size; k++) {
      const value = mix(shingle ^ seeds[k]!)
      if (value < signature[k]!) signature[k] = value
    }
  }
  return signature
}

/** The bands of a signature as whole numbers: texts that share one are worth comparing. */
export function bandsOf(signature: Uint32Array): number[] {
  return Array.from({length: bandCount}, (_, band) => {
    let hash = band + 1
    for (let i = 0; i < bandWidth; i++) hash = mix(Math.imul(hash, 31) + signature[band * bandWidth + i]!)
    return band * 2 ** 32 + hash
  })
}

/** Estimated share of common shingles, 0 to 1. */
export function likenessOf(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let i = 0; i < size; i++) if (a[i] === b[i]) same++
  return same / size
}

/** A signature as text: eight hexadecimal digits a minimum. */
export function signatureToText(signature: Uint32Array): string {
  return Array.from(signature, value => value.toString(16).padStart(8, "0")).join("")
}

export function signatureFromText(text: string): Uint32Array {
  return Uint32Array.from({length: size}, (_, i) => Number.parseInt(text.slice(i * 8, i * 8 + 8), 16))
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Murmur3's finisher: every bit of the input changes half of the bits of the output. */
function mix(value: number): number {
  let hash = value >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const seeds = Uint32Array.from({length: size}, (_, i) => mix(Math.imul(i + 1, 0x9e3779b1)))
