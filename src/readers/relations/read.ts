import type {Stage} from "../../document/stage.js"
import {readTable} from "../../lexicon/table.js"
import type {Actor, Relation} from "../../record/all.js"
import {actors, relations} from "../../record/layers.js"

/** Reads how actors belong together where a title or description says so: "Russian Foreign Ministry spokesman", "the leader of the Houthis". */
export const readRelations: Stage<readonly Relation[]> = {
  name: "relations",
  version: 1,
  needs: [actors],
  gives: relations,
  run: doc => {
    const cast = doc.get(actors)
    const found = cast.flatMap(actor => actor.memberOf.flatMap(owner => relationTo(actor, owner, {cast, text: doc.text}) ?? []))
    return found.map((relation, index) => ({id: `r${index + 1}`, ...relation}))
  },
}

interface Context {
  readonly cast: readonly Actor[]
  readonly text: string
}

function relationTo(actor: Actor, owner: string, {cast, text}: Context): Omit<Relation, "id"> | null {
  const role = actor.roles.find(each => each.span !== null)
  const mention = actor.mentions.find(each => each.form === "nominal" || each.form === "title" || each.form === "name")
  const span = role?.span ?? mention
  if (!span || !cast.some(other => other.id === owner)) return null
  const words = role?.title ?? text.slice(span.start, span.end)
  const {kind, rule} = actor.kind === "person" ? kindOf(words) : {kind: "part-of" as const, rule: "a body named within another's name"}
  const evidence = {start: span.start, end: span.end}
  return {kind, from: actor.id, to: owner, evidence: [evidence], trace: [{rule, span: evidence, gave: kind}]}
}

let loaded: readonly (readonly [string, Relation["kind"]])[] | null = null

function kindOf(title: string): {kind: Relation["kind"]; rule: string} {
  loaded ??= readTable("relations/titles.tsv").map(row => [row.word!, row.kind as Relation["kind"]] as const)
  const words = title.toLowerCase().split(/[\s]/)
  const found = loaded.find(([word]) => words.includes(word))
  return found ? {kind: found[1], rule: `data/relations/titles.tsv: ${found[0]}`} : {kind: "works-for", rule: "a title that names the body"}
}
