import {foldName} from "../fold.js"

const short: Readonly<Record<string, string>> = {saint: "st", sainte: "ste", mount: "mt", fort: "ft"}

const simple = /^[a-z0-9]{1,40}(?: [a-z0-9]{1,40}){0,6}$/

/**
 * A place name as the gazetteer files it: without case, accents and apostrophes, hyphens and full stops as spaces, "Saint" as "st".
 *
 *     placeKey("Saint-Étienne") // "st etienne"
 */
export function placeKey(name: string): string {
  const folded = foldName(name)
  const plain = simple.test(folded)
    ? folded
    : folded
        .replace(/['’‘`´ʼʿʾʻ]/g, "")
        .replace(/[^\p{L}\p{N}]{1,40}/gu, " ")
        .trim()
  return plain.replace(/\b(?:saint|sainte|mount|fort)\b/g, word => short[word]!)
}
