import type {Layer} from "./document/layer.js"
import type {Stage} from "./document/stage.js"
import {languageLayers} from "./language/analyse.js"
import {pairOpinions} from "./language/pair-network.js"
import {userTables} from "./lexicon/user-tables.js"
import {checkStages} from "./pipeline.js"
import {readActors} from "./readers/actors/read.js"
import {readPairs} from "./readers/events/pairs.js"
import {readEvents} from "./readers/events/read.js"
import {linkFigures} from "./readers/figures/link.js"
import {readAmounts} from "./readers/figures/read.js"
import {readPlaces} from "./readers/places/read.js"
import {readPositions} from "./readers/positions/read.js"
import {readSpeech} from "./readers/quotes/read.js"
import {resolveQuotes} from "./readers/quotes/resolve.js"
import {readRelations} from "./readers/relations/read.js"
import {inferPublished} from "./readers/time/published.js"
import {readTimes} from "./readers/time/read.js"
import {asked} from "./record/layers.js"

/** What every document carries before the first stage: the caller's questions and the language layers. */
export const given: readonly Layer<unknown>[] = [asked, pairOpinions, userTables, ...languageLayers]

/** The readers, in order. A reader of one more kind is one more line here. */
export const stages: readonly Stage<unknown>[] = [
  inferPublished,
  readTimes,
  readAmounts,
  readSpeech,
  readActors,
  resolveQuotes,
  readPlaces,
  linkFigures,
  readEvents,
  readPairs,
  readPositions,
  readRelations,
]

checkStages(stages, given)
