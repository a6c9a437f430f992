// Makes static/widget.js, page.js and page.css, or writes them to the folder given; the same sources make the same bytes.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

await build({
  absWorkingDir: here,
  entryPoints: ["src/widget.js", "src/page.js", "src/page.css"],
  outdir: process.argv[2] ?? "static",
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "eof",
  conditions: ["production"],
  // Run once in a page, however often it is loaded: a Trusted Types policy cannot be made twice.
  banner: { js: 'customElements.get("byline-chat")||' },
  logLevel: "warning",
});
