import {closeSync, openSync, readFileSync, rmSync, writeSync} from "node:fs"
import {Problem} from "../problem.js"

/** Who may write. Give it back with `release`. */
export interface Lock {
  release(): void
}

interface Holder {
  readonly pid: number
  /** When the holding process started, in the kernel's own count; tells a new process with an old number apart. */
  readonly started: string | null
  readonly since: string
}

/**
 * Takes the right to write to a book: one process at a time. A lock whose process is gone is taken over.
 * Throws a `store` problem that says who holds it.
 */
export function takeLock(bookPath: string, now: Date): Lock {
  const path = `${bookPath}.lock`
  for (let attempt = 0; attempt < 3; attempt++) {
    if (writeLock(path, now)) return {release: () => rmSync(path, {force: true})}
    const holder = readHolder(path)
    if (holder && isAlive(holder)) {
      throw new Problem(
        "store",
        `Another process (${holder.pid}, since ${holder.since}) is writing to ${bookPath}. Wait until it has finished, or stop it; nothing was changed.`,
      )
    }
    rmSync(path, {force: true})
  }
  throw new Problem("store", `The lock ${path} cannot be taken. Delete the file if no rapporteur is running.`)
}

function writeLock(path: string, now: Date): boolean {
  const file = openNew(path)
  if (file === null) return false
  const holder: Holder = {pid: process.pid, started: startOf(process.pid), since: now.toISOString()}
  writeSync(file, JSON.stringify(holder))
  closeSync(file)
  return true
}

function openNew(path: string): number | null {
  try {
    return openSync(path, "wx")
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return null
    throw new Problem("store", `The record book's folder cannot be written to (${path}): ${(cause as Error).message}.`, {cause})
  }
}

/** Null when the file is gone or half written: then nobody alive holds it for long. */
function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null
    throw error
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error
  }
  const started = startOf(holder.pid)
  return started === null || holder.started === null || started === holder.started
}

/** Start time of a process where the system tells (Linux), else null. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code === "string") return null
    throw error
  }
}
