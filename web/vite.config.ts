import {fileURLToPath} from "node:url"
import {svelte} from "@sveltejs/vite-plugin-svelte"
import {build, defineConfig, type Plugin} from "vite"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Forms of export take their records from the book. In a browser they take them from the files of a published folder. */
const withoutBook: Plugin = {
  name: "without-book",
  enforce: "pre",
  resolveId(source, importer) {
    if (source.endsWith("/store/readings.js")) return here("published-readings.ts")
    if (source === "./graph.js" && importer?.includes("/src/export/")) return here("published-graph.ts")
    return null
  },
}

const out = process.env.RAPPORTEUR_WEB || here("../dist/web")

/** Builds the application once more, as one plain script: pages opened from a disk cannot load modules. */
const published: Plugin = {
  name: "published",
  async closeBundle() {
    await build({
      configFile: false,
      root: here("."),
      base: "./",
      logLevel: "error",
      plugins: [withoutBook, svelte(), plainScript],
      build: {
        outDir: `${out}-published`,
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: false,
        target: "es2022",
        cssCodeSplit: false,
        chunkSizeWarningLimit: 2_000,
        rolldownOptions: {output: {format: "iife", codeSplitting: false}},
      },
    })
  },
}

const plainScript: Plugin = {
  name: "plain-script",
  enforce: "post",
  transformIndexHtml: html =>
    html
      .replace(/<script type="module" crossorigin src=/, '<script src="data/book.js"></script>\n    <script defer src=')
      .replaceAll(" crossorigin", ""),
}

export default defineConfig({
  root: here("."),
  base: "/",
  plugins: [withoutBook, svelte(), published],
  build: {
    outDir: out,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    target: "es2022",
    // The map's borders; loaded when the map is first opened.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {checks: {pluginTimings: false}},
  },
})
