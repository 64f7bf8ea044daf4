import type {Act} from "./acts.js"
import {ontology} from "./ontology.js"

const selfEvident = new Set(["ASSAULT", "PROTEST", "COERCE", "MOBILIZE"])

/** Is an act enough of an event to be put out? Somebody must do or suffer it; violence, protest and the like may stand alone when they are certain. */
export function isEvent(act: Act): boolean {
  const named = act.slots.source.length + act.slots.target.length > 0
  if (!ontology()[act.type]) return false
  if (named) return act.confidence >= 0.5
  return selfEvident.has(act.type) && act.confidence >= 0.7
}
