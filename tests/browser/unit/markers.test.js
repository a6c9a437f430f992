import assert from "node:assert/strict";
import { test } from "node:test";
import { groupReports, listMarks, splitDirect, splitMarkers } from "../../../service/web/src/answer/markers.js";
import { newClaim, newLink, newReport } from "./made.js";

test("a marker of the composed text is a number, one in the article's words stays words", () => {
  const quote = "As [1] shows, it is open [2].";
  const report = newReport({ quote, end: quote.length, content: { start: 0, end: quote.length } });
  const claim = newClaim([report], { text: `Valley Courier says: “${quote}” [1].` });
  assert.deepEqual(splitMarkers(claim), [`Valley Courier says: “${quote}” `, 1, "."]);
});

test("a number that no report of the claim bears is no marker, and one that the text lacks comes last", () => {
  const claim = newClaim([newReport(), newReport({ citation: 2 })], { text: "Two outlets [9] say so [1]." });
  assert.deepEqual(splitMarkers(claim), ["Two outlets [9] say so ", 1, ".", " ", 2]);
});

test("the direct line keeps a bracket that stands in quotation marks", () => {
  assert.deepEqual(splitDirect("[1] leaves out “the [2] of it”."), [1, " leaves out ", "“the [2] of it”", "."]);
});

test("reports of one wording stand together, and one that the text shows whole needs no quote", () => {
  const [first, other, same] = [
    newReport(),
    newReport({ id: "r2", quote: "It is open." }),
    newReport({ id: "r3", quote: "It is  open." }),
  ];
  const claim = newClaim([first, other, same], { text: "Says: “The bridge is open.” [1]" });
  assert.deepEqual(groupReports(claim), [
    { quote: "", reports: [first] },
    { quote: "It is open.", reports: [other, same] },
  ]);
});

test("the parts of a sentence bear the names of parts, whatever a source is called; one without a place is left out", () => {
  const report = newReport({
    chain: [newLink("quote furniture", { start: 3, end: 9 })],
    cue: { text: "said", class: "neutral", start: null, end: null },
    hedges: [{ text: "allegedly", start: 10, end: 12, over: { start: 0, end: 1 } }],
  });
  assert.deepEqual(listMarks(report), [
    { name: "content", start: 0, end: 18 },
    { name: "source", start: 3, end: 9 },
    { name: "hedge", start: 10, end: 12 },
  ]);
});
