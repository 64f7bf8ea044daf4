import {closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync} from "node:fs"
import {dirname} from "node:path"
import {exporters} from "../export/exporter.js"
import {Problem} from "../problem.js"
import {readBook} from "./book.js"
import {type Effects, writeOut} from "./effects.js"
import type {ExportCommandOptions} from "./export-command.js"

/** `rapporteur export`: the pieces of the file to standard output, or to a file that appears only when it is whole. */
export function runExport(options: ExportCommandOptions, effects: Effects): Promise<void> {
  const exporter = exporters.find(({name}) => name === options.as)
  if (!exporter) throw new Problem("usage", `--as ${options.as}: there is no such form.`)
  return readBook(options, async book => {
    const pieces = exporter.write(book, options)
    if (options.to) return writeFileWhole(options.to, pieces)
    for await (const piece of pieces) await writeOut(effects.stdout, piece)
  })
}

/** Writes beside the name, makes the disk keep it, and only then gives it the name. */
export async function writeFileWhole(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const unfinished = `${path}.unfinished`
  const file = openOrComplain(unfinished)
  try {
    for await (const piece of pieces) writeSync(file, typeof piece === "string" ? Buffer.from(piece) : piece)
    fsyncSync(file)
  } catch (cause) {
    closeSync(file)
    rmSync(unfinished, {force: true})
    if (cause instanceof Problem) throw cause
    throw new Problem("path", `${path} could not be written: ${(cause as Error).message}. Nothing was left there.`, {cause})
  }
  closeSync(file)
  renameSync(unfinished, path)
  syncFolder(dirname(path))
}

function openOrComplain(path: string): number {
  try {
    return openSync(path, "w")
  } catch (cause) {
    throw new Problem("path", `${path} cannot be written: ${(cause as Error).message}.`, {cause})
  }
}

/** Some systems cannot sync a folder; there the rename is as safe as they make it. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return
  const opened = openSync(folder, "r")
  fsyncSync(opened)
  closeSync(opened)
}
