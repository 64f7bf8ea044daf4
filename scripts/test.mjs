// `npm test [-- FILTER…]`: installs and builds when needed, then runs every test. The last line is `N passed, N failed, N skipped`.
import {join} from "node:path"
import {ensureBuilt, ensureInstalled, root, run} from "./checkout.mjs"

ensureInstalled()
ensureBuilt()
run(process.execPath, [join(root, "node_modules", "vitest", "vitest.mjs"), "run", ...process.argv.slice(2)])
