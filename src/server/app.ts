import {Hono} from "hono"
import {Problem} from "../problem.js"
import {addRoutes} from "./add-routes.js"
import {answerRoutes} from "./answer-routes.js"
import {readBody} from "./body.js"
import type {Entrance} from "./entrance.js"
import {entrancePage} from "./entrance-page.js"
import {exportRoutes} from "./export-routes.js"
import {checkHost, checkOrigin, checkPass, checkPath, protect, refuse} from "./guard.js"
import {describeApi} from "./openapi.js"
import type {Room} from "./room.js"
import {findWebFolder, loadFiles, staticRoutes} from "./static-files.js"

/** What the application stands on. */
export interface AppOptions {
  readonly room: Room
  readonly entrance: Entrance
  readonly hosts: (header: string | undefined) => boolean
}

/** The whole application: guards first, then who may come in, then pages. */
export function buildApp({room, entrance, hosts}: AppOptions): Hono {
  const app = new Hono()
  app.use(protect, checkHost(hosts), checkPath, checkOrigin)
  app.onError((error, c) => {
    if (error instanceof Problem) return refuse(c, error.code === "not-found" ? 404 : 400, error.message)
    if (/fts5|unterminated string|malformed MATCH/i.test(error.message)) return refuse(c, 400, "these words cannot be searched for")
    process.stderr.write(`reading room: ${error.message}\n`)
    return refuse(c, 500, "something went wrong inside the program")
  })
  app.notFound(c => refuse(c, 404, "there is no such page"))
  letIn(app, entrance)
  app.use(checkPass(entrance))
  app.get("/openapi.json", c => c.json(describeApi()))
  addRoutes(app, room)
  exportRoutes(app, room)
  answerRoutes(app, room)
  staticRoutes(app, loadFiles(findWebFolder()))
  return app
}

function letIn(app: Hono, entrance: Entrance): void {
  app.get("/open/:ticket", c => {
    if (entrance.takeTicket(c.req.param("ticket"))) return c.body(null, 303, {location: "/", "set-cookie": entrance.cookie})
    if (entrance.admits(c.req.header("cookie"))) return c.body(null, 303, {location: "/"})
    return c.html(entrancePage(entrance.asks), 401)
  })
  app.post("/enter", async c => {
    const body = await readBody(c, 10_000)
    const secret = new URLSearchParams(new TextDecoder().decode(body ?? new Uint8Array())).get("secret") ?? ""
    if (!entrance.knows(secret)) return c.html(entrancePage(entrance.asks, true), 401)
    return c.body(null, 303, {location: "/", "set-cookie": entrance.cookie})
  })
}
