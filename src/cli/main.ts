import {Command, CommanderError} from "commander"
import {version} from "../coder.js"
import {Problem} from "../problem.js"
import {commands} from "./commands.js"
import {type Effects, exitCodes, realEffects} from "./effects.js"

/** Runs the command line. Sets the exit status and returns; never throws for what a user or a file can do. */
export async function main(args: readonly string[], effects: Effects = realEffects): Promise<void> {
  guardStreams(effects)
  try {
    process.exitCode = exitCodes.answered
    await buildProgram(effects).parseAsync([...args], {from: "user"})
  } catch (error) {
    process.exitCode = reportError(error, effects)
  }
}

/** The whole command line as commander holds it: help and the reference page are made from it. */
export function buildProgram(effects: Effects = realEffects): Command {
  const program = new Command("rapporteur")
    .description("Reads news and official statements and writes down the political record in them.")
    .version(version)
    .exitOverride()
    .showHelpAfterError("(rapporteur help shows all commands)")
    .configureOutput({writeOut: text => void effects.stdout.write(text), writeErr: text => void effects.stderr.write(text)})
  for (const addCommand of commands) addCommand(program, effects)
  program.helpCommand("help [command]", "Show what a command does.")
  return program
}

function reportError(error: unknown, {stderr}: Effects): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.answered : exitCodes.usage
  if (error instanceof Problem) {
    stderr.write(`rapporteur: ${error.message}\n`)
    return error.code === "usage" ? exitCodes.usage : exitCodes.failure
  }
  stderr.write(`rapporteur: something unforeseen happened: ${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.RAPPORTEUR_TRACE && error instanceof Error) stderr.write(`${error.stack}\n`)
  return exitCodes.failure
}

/** A closed pipe ends the run quietly; a full disk ends it with a sentence. */
function guardStreams({stdout, stderr}: Effects): void {
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code === "EPIPE") process.exit(exitCodes.answered)
    process.exitCode = exitCodes.failure
    if (error.code === "ENOSPC") stderr.write("rapporteur: the disk is full; the output is not complete.\n")
    process.exit(exitCodes.failure)
  }
  if (stdout.listenerCount("error") === 0) stdout.on("error", onError)
  if (stderr.listenerCount("error") === 0) stderr.on("error", () => process.exit(exitCodes.failure))
}
