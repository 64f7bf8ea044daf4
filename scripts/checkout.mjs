// Keeps a checkout ready to run: packages installed as the lock file says, and `dist/` built from the sources as they are now.
import {spawnSync} from "node:child_process"
import {createHash} from "node:crypto"
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs"
import {dirname, join} from "node:path"
import {fileURLToPath} from "node:url"

/** The checkout's own folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..")

const stampFile = join(root, "dist", "build-stamp")
const sources = ["src", "web", "scripts/build.mjs", "tsconfig.json", "tsconfig.build.json", "package-lock.json"]

/** Installs what the lock file names, when something is missing or of another version. */
export function ensureInstalled() {
  if (isInstalled()) return
  say("Installing packages (npm ci) …")
  run("npm", ["ci", "--no-fund", "--no-audit"], "npm ci failed, so nothing can run. Its messages stand above.")
}

/** Builds `dist/` when the sources are not those it was built from. */
export function ensureBuilt() {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === sourceStamp()) return
  say("Building …")
  run(process.execPath, [join(root, "scripts", "build.mjs")], "The build failed. Its messages stand above.")
}

/** Remembers which sources `dist/` was built from. */
export function writeStamp(stamp) {
  mkdirSync(dirname(stampFile), {recursive: true})
  writeFileSync(stampFile, stamp)
}

/** A hash over path, size and time of change of everything the build reads. */
export function sourceStamp() {
  const hash = createHash("sha256")
  for (const source of sources) addToStamp(hash, source)
  return hash.digest("hex")
}

/** Runs a program with our standard streams; ends this process with its status when it fails. */
export function run(program, args, complaint) {
  const done = spawnSync(program, args, {cwd: root, stdio: "inherit", shell: process.platform === "win32" && program === "npm"})
  if (done.status === 0) return
  if (complaint) say(complaint)
  process.exit(done.status ?? 1)
}

/** A line for people, on standard error. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

function isInstalled() {
  const lock = readJson("package-lock.json")
  const wanted = readJson("package.json")
  const names = Object.keys({...wanted.dependencies, ...wanted.devDependencies})
  return names.every(name => {
    const folder = `node_modules/${name}`
    return existsSync(join(root, folder, "package.json")) && readJson(`${folder}/package.json`).version === lock.packages[folder]?.version
  })
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"))
}

function addToStamp(hash, path) {
  const full = join(root, path)
  if (!existsSync(full)) return
  const found = statSync(full)
  if (!found.isDirectory()) hash.update(`${path}:${found.size}:${Math.floor(found.mtimeMs)}\n`)
  else for (const name of readdirSync(full).sort()) if (name !== "node_modules" && name !== "dist") addToStamp(hash, `${path}/${name}`)
}
