import {spawn, spawnSync} from "node:child_process"
import {join} from "node:path"

export const root = join(import.meta.dirname, "../..")
const program = join(root, "bin", "rapporteur")

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Around {
  readonly input?: string | Uint8Array
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the command line to its end. */
export function rapporteur(args: readonly string[], {input = "", cwd = root, env = {}}: Around = {}): Ended {
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...args], {
    input,
    cwd,
    env: {...process.env, NO_COLOR: "1", ...env},
    encoding: "utf8",
    maxBuffer: 1 << 28,
  })
  return {status, stdout, stderr}
}

/** Starts the command line and kills it after some milliseconds. */
export function killAfter(args: readonly string[], milliseconds: number, cwd: string): Promise<void> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [program, ...args], {cwd, stdio: "ignore"})
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds)
    child.on("exit", () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

export const linesOf = (text: string): string[] => text.split("\n").filter(line => line !== "")

/** Starts a filter, gives it a line, and asks it to end as soon as it has answered; its input stays open. */
export function terminate(args: readonly string[], line: string): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [program, ...args], {cwd: root, stdio: "pipe"})
    const out = {stdout: "", stderr: ""}
    child.stdout.on("data", piece => {
      out.stdout += piece
      if (out.stdout.endsWith("\n")) child.kill("SIGTERM")
    })
    child.stderr.on("data", piece => {
      out.stderr += piece
    })
    child.on("close", status => resolve({status, ...out}))
    child.stdin.write(line)
  })
}
