import assert from "node:assert/strict";
import { test } from "node:test";
import { CodePoints, cutSpans } from "../../../service/web/src/article/offsets.js";

const TEXT = "😀 “Non” 👩🏽‍🚒, dit-il. \u{1F1EB}\u{1F1F7} fin";

test("a quote behind an emoji is cut where the server counts it", () => {
  const points = Array.from(TEXT);
  const start = points.indexOf("“");
  assert.equal(new CodePoints(TEXT).slice(start, start + 5), "“Non”");
});

test("every span of code points slices as an array of them does", () => {
  const points = Array.from(TEXT);
  const text = new CodePoints(TEXT);
  assert.equal(text.length, points.length);
  for (let start = 0; start <= points.length; start++) {
    for (let end = start; end <= points.length; end++) {
      assert.equal(text.slice(start, end), points.slice(start, end).join(""));
    }
  }
});

test("what lies outside the text is cut off", () => {
  assert.equal(new CodePoints("a😀b").slice(-3, 99), "a😀b");
  assert.equal(new CodePoints("a😀b").slice(9, 12), "");
});

test("a span is cut at every edge of its marks, and knows which of them cover each piece", () => {
  const marks = [
    { name: "quote", start: 2, end: 8 },
    { name: "hedge", start: 6, end: 20 },
    { name: "elsewhere", start: 12, end: 14 },
    { name: "empty", start: 3, end: 3 },
  ];
  assert.deepEqual(cutSpans(0, 10, marks), [
    { start: 0, end: 2, names: [] },
    { start: 2, end: 6, names: ["quote"] },
    { start: 6, end: 8, names: ["quote", "hedge"] },
    { start: 8, end: 10, names: ["hedge"] },
  ]);
});
