// Only one rule: no regular expression that can be made to run for ever. Everything else is biome's.
import parser from "@typescript-eslint/parser"
import redos from "eslint-plugin-redos"

export default [
  {
    files: ["src/**/*.ts"],
    languageOptions: {parser},
    linterOptions: {reportUnusedDisableDirectives: "off"},
    plugins: {redos},
    rules: {"redos/no-vulnerable": ["error", {timeout: 5_000, ignoreErrors: true}]},
  },
]
