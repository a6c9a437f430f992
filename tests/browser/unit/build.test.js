// The built files that are in the repository are what their sources make, each time.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { ROOT } from "../support/server.js";

const WEB = join(ROOT, "service", "web");
const MADE = ["widget.js", "page.js", "page.css"];

function buildTwice() {
  return [1, 2].map(() => {
    const folder = mkdtempSync(join(tmpdir(), "byline-build-"));
    execFileSync("npm", ["run", "--silent", "build", "--", folder], { cwd: WEB });
    const made = new Map(MADE.map((name) => [name, readFileSync(join(folder, name))]));
    rmSync(folder, { recursive: true });
    return made;
  });
}

test("the committed widget and page are what the sources make, byte for byte", () => {
  const [first, second] = buildTwice();
  for (const name of MADE) {
    assert.ok(first.get(name).equals(second.get(name)), `${name} is another when built again`);
    const held = readFileSync(join(WEB, "static", name));
    assert.ok(first.get(name).equals(held), `static/${name} is not what its sources make; run: make web`);
  }
});

test("the README says the size of the widget", () => {
  const widget = readFileSync(join(WEB, "static", "widget.js"));
  const kilo = (bytes) => Math.round(bytes.length / 1000);
  const said = `${kilo(widget)} KB, ${kilo(gzipSync(widget))} KB gzipped`;
  assert.ok(readFileSync(join(ROOT, "README.md"), "utf8").includes(said), `README should say: ${said}`);
});
