import {defineConfig} from "vitest/config"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["dot", "./scripts/count-reporter.mjs"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: {poll: {timeout: 10_000}},
    pool: "forks",
    maxWorkers: 2,
  },
})
