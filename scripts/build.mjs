// Builds the package: TypeScript to dist/, the migrations beside it, and the web application when it is there.
import {spawnSync} from "node:child_process"
import {cpSync, existsSync, mkdirSync, readdirSync} from "node:fs"
import {join} from "node:path"
import {root, run, sourceStamp, writeStamp} from "./checkout.mjs"

const stamp = sourceStamp()
const tsc = join(root, "node_modules", "typescript", "bin", "tsc")
const compiled = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {cwd: root, stdio: "inherit"})
copyMigrations()
if (compiled.status !== 0) process.exit(compiled.status ?? 1)
if (existsSync(join(root, "web", "index.html"))) {
  run(
    process.execPath,
    [join(root, "node_modules", "vite", "bin", "vite.js"), "build", "web", "--logLevel", "warn"],
    "The web application could not be built.",
  )
}
writeStamp(stamp)

function copyMigrations() {
  const from = join(root, "src", "store", "migrations")
  const to = join(root, "dist", "src", "store", "migrations")
  if (!existsSync(from)) return
  mkdirSync(to, {recursive: true})
  for (const name of readdirSync(from)) cpSync(join(from, name), join(to, name))
}
