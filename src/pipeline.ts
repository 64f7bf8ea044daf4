import type {Document} from "./document/document.js"
import type {Layer} from "./document/layer.js"
import type {Stage} from "./document/stage.js"
import {Problem} from "./problem.js"
import type {Note} from "./record/note.js"

/** Refuses a list in which a stage needs what nothing before it gives, or in which two stages give the same layer. */
export function checkStages(stages: readonly Stage<unknown>[], given: readonly Layer<unknown>[] = []): void {
  const known = new Set(given.map(layer => layer.name))
  for (const stage of stages) {
    const missing = stage.needs.find(layer => !known.has(layer.name))
    if (missing)
      throw new Problem(
        "stage",
        `The stage "${stage.name}" needs "${missing.name}", which no stage before it gives. Move it down or add the stage that gives it.`,
      )
    if (known.has(stage.gives.name))
      throw new Problem("stage", `Two stages give "${stage.gives.name}"; the second is "${stage.name}". Keep one.`)
    known.add(stage.gives.name)
  }
}

/** Runs the stages in order; `notes` collects the oddities they saw. */
export function runStages(doc: Document, stages: readonly Stage<unknown>[], notes: Note[]): Document {
  return stages.reduce((known, stage) => {
    const value = stage.run(known, oddity => notes.push({...oddity, stage: stage.name}))
    return known.with(stage.gives, value)
  }, doc)
}
