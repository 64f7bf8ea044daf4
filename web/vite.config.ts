import {fileURLToPath} from "node:url"
import {svelte} from "@sveltejs/vite-plugin-svelte"
import {defineConfig} from "vite"

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here("."),
  base: "/",
  plugins: [svelte()],
  build: {
    outDir: process.env.RAPPORTEUR_WEB || here("../dist/web"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    target: "es2022",
  },
})
