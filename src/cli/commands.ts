import type {Command} from "commander"
import {addBookCommands} from "./book-commands.js"
import type {Effects} from "./effects.js"
import {addExplainCommand} from "./explain-command.js"
import {addExportCommand} from "./export-command.js"
import {addQuestionCommands} from "./question-commands.js"
import {addReadCommand} from "./read-command.js"
import {addPublishCommand, addServeCommands} from "./serve-command.js"
import {addWhoCommands} from "./who-command.js"

/** Puts commands on the program. Options stand there; the work is loaded when a command runs. */
export type AddCommands = (program: Command, effects: Effects) => void

/** Every command, in the order in which help lists them. */
export const commands: readonly AddCommands[] = [
  addReadCommand,
  addServeCommands,
  addBookCommands,
  addQuestionCommands,
  addWhoCommands,
  addExplainCommand,
  addExportCommand,
  addPublishCommand,
]
