import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { defuseCell, writeCsv } from "../../../service/web/src/export/csv.js";
import { escapeMarkdown, writeMarkdown } from "../../../service/web/src/export/markdown.js";
import { newAnswer, newClaim, newLink, newReport } from "./made.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PYTHON = process.env.PYTHON ?? `${ROOT}.venv/bin/python`;

const chain = [newLink("SANA"), newLink("a military source", { named: false })];
const hedges = [{ text: "it\nseems", start: 0, end: 9, over: { start: 0, end: 9 } }];
const figure = {
  value: 4350,
  bound: "more than",
  unit: "civilians",
  scope: [],
  text: "4,350",
  start: 0,
  end: 5,
  measure: null,
  event: null,
  whom: null,
  where: null,
  when: null,
};
const quote = '=HYPERLINK("http://x"), said\nhe 😀.';
const reports = [
  newReport({ chain, hedges, figure, quote, end: 35 }),
  newReport({ id: "r2", chain: null, published: "2016-03-13" }),
];
const answer = newAnswer([newClaim(reports), newClaim([newReport({ stance: "denies" })], { id: "c2" })], {
  relations: [{ kind: "disputed", from: "c2", to: "c1", differs_in: [], words: null }],
});

const runPython = (code, input) => {
  const run = spawnSync(PYTHON, ["-c", code], { cwd: ROOT, input, encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
};

test("CSV is what the command line writes, byte for byte", () => {
  const code =
    "import sys; from service.answering.answer import Answer; from service.render.table import render_csv\n" +
    "sys.stdout.reconfigure(encoding='utf-8', newline=''); print(render_csv(Answer.model_validate_json(sys.stdin.buffer.read())), end='')";
  assert.equal(writeCsv(answer), runPython(code, JSON.stringify(answer)));
});

test("what a spreadsheet would run begins with an apostrophe", () => {
  const cells = ["=1+1", " +1", "-1", "@x", "\tx", "\r=1", "＝1", "1=1", "", "a\u202Eb"];
  assert.deepEqual(cells.map(defuseCell), [
    "'=1+1",
    "' +1",
    "'-1",
    "'@x",
    "'\tx",
    "'\n=1",
    "'＝1",
    "1=1",
    "",
    "a\uFFFDb",
  ]);
});

test("Markdown escapes as the command line does", () => {
  const lines = [
    "# a",
    "1. b",
    "- c",
    "[x](http://y) <i> `c` *d* _e_ www.f.g a@b ~ | & $ \\",
    "12) z",
    "plain",
    "\u202Ex\n\ny",
  ];
  const code =
    "import json, sys; from service.render.markdown import escape; print(json.dumps([escape(x) for x in json.load(sys.stdin)]))";
  assert.deepEqual(lines.map(escapeMarkdown), JSON.parse(runPython(code, JSON.stringify(lines))));
});

test("Markdown tells of each report its outlet, chain, quote and place", () => {
  const text = writeMarkdown(answer);
  assert.ok(text.includes('> \\=HYPERLINK("http\\://x"), said he 😀.'), text);
  assert.ok(
    text.includes(
      "> — Valley Courier [1]; citing SANA \\< a military source; says; hedged “it seems”; undated; a, characters 0 to 35",
    ),
    text,
  );
  assert.ok(text.includes("- (2) disputes (1)"), text);
});
