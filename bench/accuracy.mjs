// How often the records are right, by the public scorers on the development data: `npm run bench:accuracy [-- --limit N]`.
// RAPPORTEUR_GOLD names a folder that holds `data/` and `score/`; neither is part of the repository. With --limit at most N rows of each file, spread over it.
import {spawnSync} from "node:child_process"
import {existsSync} from "node:fs"
import {join} from "node:path"
import {fileURLToPath} from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))

/** Files of single sentences may give this many times more rows than --limit says. */
const moreOfShort = 8
/** One run of the scorer: a file, how it is measured, and the figures with their targets (null: none set). `rows` costs of a file are capped by --limit. */
export const measurements = [
  {
    what: "EWT, syntax",
    file: "syntax/ewt_dev.jsonl.gz",
    kind: "syntax",
    figures: [
      ["LAS", 86],
      ["UPOS", 96],
      ["Sentences", 87],
      ["Words", 99],
      ["Lemma", 98],
    ],
  },
  {
    what: "GUM, syntax",
    file: "syntax/gum_dev.jsonl.gz",
    kind: "syntax",
    figures: [
      ["LAS", 88],
      ["UPOS", 97],
      ["Sentences", 94],
      ["Words", 99],
      ["Lemma", 98],
    ],
  },
  {
    what: "names, newspapers of five continents",
    file: "ner/restricted/worldwide_train.jsonl.gz",
    kind: "ner",
    options: ["--trim"],
    figures: [["trim.all.f1", 72]],
  },
  {what: "coreference, OntoGUM", file: "coref/gum_dev.jsonl.gz", kind: "coref", figures: [["CoNLL", 52]]},
  {what: "GAP pronouns", isShort: true, file: "coref/gap_dev.jsonl.gz", kind: "coref", figures: [["gap_f1", 70]]},
  {
    what: "quotes, all",
    file: "quotes/polnear_dev.jsonl",
    kind: "quotes",
    figures: [
      ["who-said-what.f1", 60],
      ["content.exact.f1", 52],
      ["content.soft.f1", 72],
      ["recall.direct.dice.5", 97],
      ["recall.mixed.dice.5", 85],
      ["recall.indirect.dice.5", 60],
      ["speaker_match@0.3.acc", 90],
      ["speaker_name.acc_lenient", 72],
    ],
  },
  {
    what: "quotes, speech alone",
    file: "quotes/polnear_dev.jsonl",
    kind: "quotes",
    options: ["--speech"],
    figures: [["who-said-what.f1", 68]],
  },
  {
    what: "positions",
    file: "stance/seesaw_dev.jsonl",
    kind: "stance",
    figures: [
      ["polarity_acc_lenient", 80],
      ["pair_lenient.r", 25],
      ["triplet_lenient.f1", null],
    ],
  },
  {
    what: "events, pair given",
    isShort: true,
    file: "events/plv_train.jsonl",
    kind: "events",
    options: ["--pairs"],
    figures: [
      ["given.root.macro_f1", 76],
      ["given.quad.macro_f1", 86],
      ["given.binary.macro_f1", 94],
    ],
  },
  {
    what: "events, sentence only",
    isShort: true,
    file: "events/plv_train.jsonl",
    kind: "events",
    figures: [
      ["open.linked", 65],
      ["open.tuple.r", 52],
    ],
  },
  {
    what: "cooperation and conflict",
    isShort: true,
    file: "events/aw_train.jsonl",
    kind: "events",
    options: ["--pairs"],
    figures: [["all.given.macro_f1", 80]],
  },
  {
    what: "headlines",
    isShort: true,
    file: "events/headlines.jsonl",
    kind: "events",
    figures: [
      ["type.macro_f1", 70],
      ["mode_acc_where_gold_mode", 50],
    ],
  },
  {
    what: "PETRARCH's unit tests, their dictionaries",
    isShort: true,
    file: "events/petr_unit.jsonl",
    kind: "events",
    dictionaries: [
      "--actors",
      "PETR.Validate.actors.txt",
      "--agents",
      "PETR.Validate.agents.txt",
      "--verbs",
      "PETR.Validate.verbs.2.0.txt",
    ],
    figures: [["dyad+type.f1", 65]],
  },
  {
    what: "times, news",
    file: "time/timebank.jsonl",
    kind: "time",
    figures: [
      ["value_f1", 78],
      ["relaxed_f1", 91],
      ["strict_f1", 83],
    ],
  },
  {
    what: "times, news of another agency",
    file: "time/aquaint.jsonl",
    kind: "time",
    figures: [
      ["value_f1", 78],
      ["relaxed_f1", 91],
      ["strict_f1", 83],
    ],
  },
  {
    what: "places, world news",
    file: "places/geowebnews.jsonl",
    kind: "places",
    figures: [
      ["relaxed_f1", 80],
      ["acc161_all", null],
    ],
  },
  {
    what: "places, local news",
    file: "places/lgl.jsonl",
    kind: "places",
    figures: [
      ["relaxed_f1", null],
      ["acc161_all", null],
      ["country_acc", 95],
    ],
  },
  {what: "figures, amounts of money", isShort: true, file: "figures/ms_currency.jsonl", kind: "figures", figures: [["full_f1", 85]]},
  {
    what: "figures, casualties of incidents",
    file: "figures/muc_dev.jsonl",
    kind: "figures",
    figures: [["full_f1", null]],
  },
]

/** Runs every measurement; gives the lines of a Markdown table, or says what to set. */
export function measureAccuracy({limit, only = measurements, gold = process.env.RAPPORTEUR_GOLD, say = () => {}}) {
  if (!gold || !existsSync(join(gold, "score", "measure.py"))) {
    say(
      "Set RAPPORTEUR_GOLD to a folder that holds the development data in data/ and the scorers in score/ (measure.py). They are not part of the repository.",
    )
    return null
  }
  const lines = ["| what | rows | figure | measured | target |", "|---|---:|---|---:|---:|"]
  for (const measurement of only) {
    const result = measure(measurement, {gold, limit})
    for (const [index, [name, target]] of measurement.figures.entries()) {
      const value = result?.figures[name]
      const shown = value === undefined ? "not measured" : Number(value).toFixed(1)
      lines.push(
        `| ${index === 0 ? measurement.what : ""} | ${index === 0 ? (result?.docs ?? 0) : ""} | ${name} | ${shown}${target !== null && value >= target ? " ✓" : ""} | ${target ?? "–"} |`,
      )
      say(lines.at(-1))
    }
  }
  return lines
}

function measure({file, kind, isShort = false, options = [], dictionaries = []}, {gold, limit}) {
  const found = dictionaries.map(name => (name.startsWith("--") ? name : join(gold, "data", "petrarch", name)))
  const args = [join(gold, "score", "measure.py"), join(gold, "data", file), "--kind", kind, "--json", "--all", ...options]
  if (limit) args.push("--limit", String(isShort ? limit * moreOfShort : limit))
  if (found.length > 0) args.push(`--options=${found.join(" ")}`)
  const {stdout, status} = spawnSync("python3", args, {cwd: root, encoding: "utf8", maxBuffer: 1 << 28})
  return status === 0 ? JSON.parse(stdout.trimEnd().split("\n").at(-1)) : null
}
