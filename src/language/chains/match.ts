import type {Mention} from "./mention.js"

/** How two names or phrases match in wording. */
export type Match = "same" | "part" | "acronym" | "head" | "none" | "clash"

/** Compares the wording of two mentions that are not pronouns. */
export function matchWording(earlier: Mention, later: Mention): Match {
  if (earlier.form === "name" && later.form === "name") return matchNames(earlier, later)
  if (earlier.form === "verb" || later.form === "verb") return earlier.lemma === later.lemma ? "head" : "none"
  if (earlier.key !== "" && earlier.key === later.key) return "same"
  return earlier.lemma === later.lemma ? "head" : "none"
}

function matchNames(a: Mention, b: Mention): Match {
  if (a.key !== "" && a.key === b.key) return "same"
  if (isAcronym(a, b) || isAcronym(b, a)) return "acronym"
  const [short, long] = a.tokens.length <= b.tokens.length ? [a, b] : [b, a]
  if (short.tokens.length === 0) return "none"
  if (short.tokens.every(token => long.tokens.includes(token))) return isPartOf(short, long) ? "part" : "head"
  return "clash"
}

/** "Kerry" is part of "John Kerry"; "China" is no part of "Bank of China". */
function isPartOf(short: Mention, long: Mention): boolean {
  const person = short.label === "PER" || long.label === "PER" || (short.label === null && long.label === null)
  if (person) return short.tokens.at(-1) === long.tokens.at(-1) || short.tokens[0] === long.tokens[0]
  return short.tokens[0] === long.tokens[0] && short.label === long.label
}

function isAcronym(short: Mention, long: Mention): boolean {
  if (short.tokens.length !== 1 || long.tokens.length < 2) return false
  const letters = short.tokens[0]!.replaceAll(".", "")
  if (letters.length < 2 || letters.length > 8) return false
  const all = long.tokens.map(token => token[0]).join("")
  if (letters === all) return true
  return (
    letters ===
    long.tokens
      .filter(token => !/^(?:of|and|the|for|in|on)$/.test(token))
      .map(token => token[0])
      .join("")
  )
}
