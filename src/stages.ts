import type {Layer} from "./document/layer.js"
import type {Stage} from "./document/stage.js"
import {languageLayers} from "./language/analyse.js"
import {userTables} from "./lexicon/user-tables.js"
import {checkStages} from "./pipeline.js"
import {asked} from "./record/layers.js"

/** What every document carries before the first stage: the caller's questions and the language layers. */
export const given: readonly Layer<unknown>[] = [asked, userTables, ...languageLayers]

/** The readers, in order. A reader of one more kind is one more line here. */
export const stages: readonly Stage<unknown>[] = []

checkStages(stages, given)
