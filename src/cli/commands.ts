import type {Command} from "commander"
import type {Effects} from "./effects.js"
import {addReadCommand} from "./read-command.js"

/** Puts one command on the program. Options stand there; the work is loaded when the command runs. */
export type AddCommand = (program: Command, effects: Effects) => void

/** Every command, in the order in which help lists them. */
export const commands: readonly AddCommand[] = [addReadCommand]
