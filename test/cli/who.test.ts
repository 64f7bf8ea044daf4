import {mkdtempSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {describe, expect, test} from "vitest"
import {linesOf, rapporteur} from "./run-program.js"

const article = "John Kerry met Sergei Lavrov in Geneva on Thursday. Kerry said the talks were useful.\n"

describe("rapporteur who", () => {
  const args = ["who", "-", "--published", "2014-03-06"]

  test("prints the cast as a table with mentions and reasons", () => {
    const {stdout, status} = rapporteur(args, {input: article})
    expect(status).toBe(0)
    expect(stdout).toMatch(/a1\s+John Kerry\s+person\s+USA\s+GOV/)
    expect(stdout).toMatch(/named: .*“Kerry” \(name/)
    expect(stdout).toMatch(/why: .*leader-usa-john-kerry/)
  })

  test("prints it as JSON, spans in words and the date that was used", () => {
    const cast = JSON.parse(rapporteur([...args, "--as", "json"], {input: article}).stdout)
    expect(cast.published).toMatchObject({to: "2014-03-06", basis: "given"})
    expect(cast.actors[0]).toMatchObject({id: "a1", name: "John Kerry", country: "USA"})
    expect(cast.actors.every((actor: {mentions: {words: string}[]}) => actor.mentions.every(({words}) => article.includes(words)))).toBe(
      true,
    )
  })
})

describe("rapporteur actors lookup", () => {
  test("is a command of its own below the question about actors", () => {
    const lookup = (...args: string[]) => rapporteur(["actors", "lookup", ...args])
    expect(lookup("John", "Kerry", "--on", "2014-03-06").stdout).toMatch(
      /John Kerry .*present.*Secretary of State USA 2013-02-01 to 2017-01-20/,
    )
    expect(JSON.parse(lookup("Kerry", "--on", "2009", "--as", "json").stdout)[0].offices).toHaveLength(2)
    expect(lookup("Nobody Whatsoever").stdout).toBe("The register knows nobody called Nobody Whatsoever.\n")
    expect(lookup("Kerry", "--on", "yesterday")).toMatchObject({status: 2})
  })
})

describe("rapporteur explain", () => {
  const cwd = mkdtempSync(join(tmpdir(), "rapporteur-explain-"))
  const added = rapporteur(["add", "-", "--published", "2014-03-06"], {cwd, input: article})

  test("tells a record of the only article that has it", () => {
    expect(added.status).toBe(0)
    const actor = rapporteur(["explain", "a1"], {cwd})
    expect(actor.stdout).toMatch(/^a1 John Kerry, person, USA, GOV\n/)
    expect(linesOf(actor.stdout).some(line => line.startsWith("How it was read"))).toBe(true)
    expect(JSON.parse(rapporteur(["explain", "a1", "--article", "1", "--as", "json"], {cwd}).stdout)).toMatchObject({
      id: "a1",
      record: "actors",
    })
  })

  test("says what is wrong with an id", () => {
    expect(rapporteur(["explain", "x1"], {cwd})).toMatchObject({status: 2})
    expect(rapporteur(["explain", "e99"], {cwd})).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("No article of the book has a record e99."),
    })
  })

  test("asks which article when several have the record", () => {
    rapporteur(["add", "-", "--published", "2014-03-07"], {cwd, input: "Kenya accused Ethiopia of arming rebels.\n"})
    expect(rapporteur(["explain", "a1"], {cwd})).toMatchObject({status: 2, stderr: expect.stringContaining("--article")})
  })
})
