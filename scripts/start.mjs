// `npm start [-- FILE…]`: installs and builds when needed, then adds the samples (or the files named) and serves the reading room.
import {join} from "node:path"
import {ensureBuilt, ensureInstalled, root, run} from "./checkout.mjs"

ensureInstalled()
ensureBuilt()
run(process.execPath, [join(root, "bin", "rapporteur"), "start", ...process.argv.slice(2)])
