import {execFileSync, spawn, spawnSync} from "node:child_process"
import {appendFileSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {setTimeout as sleep} from "node:timers/promises"
import {describe, expect, test} from "vitest"
import {openForReading} from "../../src/store/book.js"
import {linesOf, rapporteur, root} from "../cli/run-program.js"

const program = join(root, "bin", "rapporteur")
const folder = mkdtempSync(join(tmpdir(), "rapporteur-faults-"))
const towns = ["Moyale", "Garissa", "Wajir", "Mandera"]
const lines = Array.from({length: 24}, (_, id) =>
  JSON.stringify({
    id: `n${id}`,
    text: `Kenya accused Ethiopia of arming group ${id} near ${towns[id % 4]}. At least ${id + 2} people were killed.`,
  }),
)
const file = join(folder, "many.jsonl")
writeFileSync(file, `${lines.join("\n")}\n`)
const freshFolder = (): string => mkdtempSync(join(folder, "at-"))
const exported = (cwd: string): string => rapporteur(["export", "--as", "jsonl"], {cwd}).stdout
const clean = freshFolder()
rapporteur(["add", file], {cwd: clean})
const whole = exported(clean)
/** Does this machine have the thing a fault needs? */
const has = (path: string): boolean => existsSync(path)

/** Runs the program below a shell, so that the shell can take something from it. */
function below(shell: string, args: readonly string[], cwd: string) {
  const words = [process.execPath, program, ...args].map(word => `'${word}'`).join(" ")
  return spawnSync("sh", ["-c", shell.replace("RAPPORTEUR", words)], {cwd, encoding: "utf8", env: {...process.env, NO_COLOR: "1"}})
}

/** No fault shows its stack, and none leaves a book that is not sound or cannot be completed. */
function expectSound(cwd: string, stderr = ""): void {
  expect(stderr).not.toMatch(/^\s+at .*:\d+/m)
  expect(rapporteur(["add", file], {cwd}).status).toBe(0)
  expect(rapporteur(["verify"], {cwd})).toMatchObject({status: 0})
  expect(exported(cwd)).toBe(whole)
}

describe("a fault of the machine", () => {
  test("a torn journal: what it held may be gone, the rest is whole", () => {
    const cwd = freshFolder()
    rapporteur(["add", file], {cwd})
    const path = join(cwd, ".rapporteur", "book.db")
    const writer = spawnSync(process.execPath, ["-e", tearJournal(path)], {encoding: "utf8"})
    expect(writer.stderr).toBe("")
    expectSound(cwd)
  })

  test.skipIf(!has("/dev/full"))("a full disk under the output is told in a sentence", () => {
    const ended = below("RAPPORTEUR > /dev/full", ["read", file, "--as", "jsonl"], folder)
    expect(ended.status).toBe(1)
    expect(ended.stderr).toMatch(/the disk is full; the output is not complete/)
  })

  test("a pipe that closes ends the run quietly", () => {
    const ended = below("RAPPORTEUR | head -c 10 > /dev/null", ["read", file, "--as", "jsonl"], folder)
    expect(ended.stderr).not.toMatch(/EPIPE|^\s+at /m)
  })

  test("a disk on which nothing more fits: a sentence, and nothing is half there", () => {
    const cwd = freshFolder()
    const ended = below("ulimit -f 300; trap '' XFSZ; RAPPORTEUR", ["add", file], cwd)
    expect(ended.status).toBe(1)
    expect(ended.stderr).toMatch(/rapporteur: .*(?:full|I\/O)/)
    expectSound(cwd, ended.stderr)
  })

  test.skipIf(process.getuid?.() === 0)("a folder that may not be written to", () => {
    const cwd = freshFolder()
    mkdirSync(join(cwd, "locked"), {mode: 0o500})
    const ended = rapporteur(["add", file, "--book", join(cwd, "locked", "book.db")])
    expect(ended).toMatchObject({status: 1, stderr: expect.stringMatching(/cannot be (?:written|opened|made)/)})
  })

  test("a book below something that is no folder", () => {
    const ended = rapporteur(["add", file, "--book", join(file, "book.db")])
    expect(ended).toMatchObject({status: 1, stderr: expect.stringMatching(/folder of the record book .* cannot be made/)})
  })

  test("few file handles", () => {
    const cwd = freshFolder()
    const ended = below("ulimit -n 40; RAPPORTEUR", ["add", file, "--threads", "1"], cwd)
    expect(ended.stderr).toMatch(/cannot be started|read 24/)
    expectSound(cwd, ended.stderr)
  })

  test("a small stack", () => {
    const cwd = freshFolder()
    const ended = spawnSync(process.execPath, ["--stack-size=400", program, "add", file], {cwd, encoding: "utf8"})
    expectSound(cwd, ended.stderr)
  })

  test("little memory: the articles are answered, with a reason where they do not fit", () => {
    const cwd = freshFolder()
    const ended = rapporteur(["add", "-", "--threads", "1", "--memory", "16"], {cwd, input: `${lines[0]}\n`})
    expect(linesOf(ended.stderr).slice(-2)).toEqual([expect.stringMatching(/^-:1 memory: /), "read 1, coded 0, quarantined 1"])
    expectSound(cwd, ended.stderr)
  })

  test("no home, another language, another end of the world, another year", () => {
    const cwd = freshFolder()
    const ended = spawnSync(process.execPath, [program, "add", file], {
      cwd,
      encoding: "utf8",
      env: {PATH: process.env.PATH, LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati"},
    })
    expect(ended.status).toBe(0)
    expect(exported(cwd)).toBe(whole)
  })

  test("a clock that was set back does not free a lock that is held, nor hold one that is not", () => {
    const cwd = freshFolder()
    mkdirSync(join(cwd, ".rapporteur"))
    writeFileSync(join(cwd, ".rapporteur", "book.db.lock"), JSON.stringify({pid: 999_999_999, started: "1", since: "2999-01-01T00:00:00Z"}))
    expectSound(cwd)
  })
})

describe("input that is no file", () => {
  test.skipIf(!has("/dev/zero"))("a device is refused", () => {
    expect(rapporteur(["read", "/dev/zero"])).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/path: .*neither a file nor a folder/),
    })
  })

  test.skipIf(process.platform === "win32")("a named pipe is read to its end", async () => {
    const path = join(folder, "pipe.jsonl")
    execFileSync("mkfifo", [path])
    const reader = spawn(process.execPath, [program, "read", path, "--as", "jsonl"], {stdio: ["ignore", "pipe", "pipe"]})
    let said = ""
    reader.stdout.on("data", piece => {
      said += piece
    })
    const ended = new Promise(resolve => reader.on("close", resolve))
    appendFileSync(path, `${lines[0]}\n`)
    expect(await ended).toBe(0)
    expect(linesOf(said)).toHaveLength(1)
  })

  test("folders that link to themselves are not followed", () => {
    const loop = join(freshFolder(), "loop")
    mkdirSync(loop)
    copyFileSync(file, join(loop, "a.jsonl"))
    symlinkSync(loop, join(loop, "again"))
    const ended = rapporteur(["read", loop, "--as", "jsonl", "--no-text"])
    expect(linesOf(ended.stderr).at(-1)).toBe("read 24, coded 24, quarantined 0")
  })

  test("a file that grows while it is read", async () => {
    const path = join(freshFolder(), "grows.jsonl")
    writeFileSync(path, `${lines.join("\n")}\n`)
    const reader = spawn(process.execPath, [program, "read", path, "--as", "jsonl", "--no-text"], {stdio: ["ignore", "ignore", "pipe"]})
    let told = ""
    reader.stderr.on("data", piece => {
      told += piece
    })
    appendFileSync(path, `${lines[0]}\n`)
    await new Promise(resolve => reader.on("close", resolve))
    expect(linesOf(told).at(-1)).toMatch(/^read 2[45], coded 2[45], quarantined 0$/)
  })

  test("no network: an address gives a sentence", () => {
    const ended = rapporteur(["read", "http://nowhere.invalid/a.html"])
    expect(ended).toMatchObject({status: 3, stderr: expect.stringMatching(/ http: http:\/\/nowhere\.invalid/)})
  })
})

describe("several at once", () => {
  test.skipIf(process.platform === "win32")(
    "a second writer is told who writes, and changes nothing; readers read; a stopped writer goes on",
    async () => {
      const cwd = freshFolder()
      const first = spawn(process.execPath, [program, "add", file], {cwd, stdio: "ignore"})
      const ended = new Promise(resolve => first.on("close", resolve))
      const lock = join(cwd, ".rapporteur", "book.db.lock")
      for (let tries = 0; tries < 200 && !(existsSync(lock) && readFileSync(lock, "utf8") !== ""); tries++) await sleep(20)
      await sleep(300)
      first.kill("SIGSTOP")
      const second = rapporteur(["add", file], {cwd})
      expect(second).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(new RegExp(`Another process \\(${first.pid},.*nothing was changed`)),
      })
      const reader = openForReading(join(cwd, ".rapporteur", "book.db"))
      expect(reader.database.first<{n: number}>("SELECT count(*) AS n FROM articles")?.n).toBeLessThanOrEqual(24)
      reader.close()
      first.kill("SIGCONT")
      expect(await ended).toBe(0)
      expect(exported(cwd)).toBe(whole)
    },
  )

  test("SIGTERM ends adding after the article in hand, and the same command goes on", async () => {
    const cwd = freshFolder()
    const child = spawn(process.execPath, [program, "add", file], {cwd, stdio: "ignore"})
    const ended = new Promise(resolve => child.on("close", resolve))
    await sleep(1_500)
    child.kill("SIGTERM")
    expect(await ended).toBe(0)
    expectSound(cwd)
  })
})

/** A program that adds to a book, leaves its journal behind as a crash would, and cuts it in the middle. */
function tearJournal(path: string): string {
  return `
    const Libsql = require(${JSON.stringify(join(root, "node_modules", "libsql"))})
    const fs = require("fs")
    const db = new Libsql(${JSON.stringify(path)})
    db.exec("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; BEGIN; CREATE TABLE junk (x); COMMIT; BEGIN")
    for (let i = 0; i < 500; i++) db.exec("INSERT INTO junk VALUES (randomblob(2000))")
    db.exec("COMMIT")
    const wal = ${JSON.stringify(path)} + "-wal"
    const size = fs.statSync(wal).size
    process.on("exit", () => {})
    fs.truncateSync(wal, size >> 1)
    process.kill(process.pid, "SIGKILL")
  `
}
