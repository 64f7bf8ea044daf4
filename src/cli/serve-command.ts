import type {Command} from "commander"
import type {BookOptions} from "./book-commands.js"
import {bookCommand} from "./book-commands.js"
import type {Effects} from "./effects.js"

export interface ServeOptions extends BookOptions {
  readonly host: string
  readonly port: string
  readonly tokenFile?: string
  readonly open: boolean
}

/** `serve` and `start`: the reading room. */
export function addServeCommands(program: Command, effects: Effects): void {
  addServerOptions(bookCommand(program, "serve", "open the reading room on a local address")).action(async (options: ServeOptions) => {
    const {runServe} = await import("./serve.js")
    await runServe(options, effects)
  })
  addServerOptions(bookCommand(program, "start", "add the samples, or articles of your own, and open the reading room"))
    .argument("[input...]", "files, folders or addresses; by default the samples that come with the program")
    .action(async (inputs: string[], options: ServeOptions) => {
      const {runStart} = await import("./serve.js")
      await runStart(inputs, options, effects)
    })
}

/** `publish`: the reading room as a folder. */
export function addPublishCommand(program: Command, effects: Effects): void {
  bookCommand(program, "publish", "write the reading room as a folder of files that opens without a server")
    .argument("<folder>", "an empty folder, or one that publish wrote before")
    .action(async (folder: string, options: BookOptions) => {
      const {runPublish} = await import("./serve.js")
      await runPublish(folder, options, effects)
    })
}

function addServerOptions(command: Command): Command {
  return command
    .option("--host <address>", "address to listen on; other than the local one needs --token-file", "127.0.0.1")
    .option("--port <number>", "port to listen on; 0 takes a free one", "0")
    .option("--token-file <file>", "a file with the secret that visitors must know")
    .option("--no-open", "do not open a browser")
}
