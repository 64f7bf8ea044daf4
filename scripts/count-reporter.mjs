// A vitest reporter whose one line closes the run: `N passed, N failed, N skipped`.

/** Counts tests; a file that cannot be loaded, and an error outside any test, count as failures. */
export default class CountReporter {
  onTestRunEnd(modules, unhandled) {
    const count = {passed: 0, failed: unhandled.length, skipped: 0}
    for (const module of modules) {
      count.failed += module.errors().length
      for (const test of module.children.allTests()) count[test.result().state === "pending" ? "skipped" : test.result().state]++
    }
    process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`)
  }
}
