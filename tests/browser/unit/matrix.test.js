import assert from "node:assert/strict";
import { test } from "node:test";
import { tabulate } from "../../../service/web/src/answer/matrix.js";
import { newClaim, newLink, newReport } from "./made.js";

const show = (claims) =>
  tabulate(claims).map(({ speaker, kind, said }) => [
    speaker,
    kind,
    said.map((cell) => cell.map(({ stance, reports }) => `${stance} ${reports.map((one) => one.citation).join()}`)),
  ]);

test("the speaker is the innermost link, and one however many carry it", () => {
  const chain = [newLink("RT"), newLink("SANA")];
  const reports = [newReport({ chain }), newReport({ citation: 2, article_id: "b", chain: [newLink("the sana")] })];
  assert.deepEqual(show([newClaim(reports)]), [["SANA", "named", [["asserts 1,2"]]]]);
});

test("one outlet may carry an assertion and a denial of the same claim", () => {
  const mayor = [newLink("the mayor")];
  const reports = [
    newReport({ chain: mayor }),
    newReport({ chain: [newLink("The mayor")], stance: "denies" }),
    newReport({ chain: [newLink("the police"), newLink("a witness", { named: false })], stance: "denies" }),
  ];
  assert.deepEqual(show([newClaim(reports)]), [
    ["the mayor", "named", [["asserts 1", "denies 1"]]],
    ["a witness (through the police)", "generic", [["denies 1"]]],
  ]);
});

test("an outlet that speaks itself is a speaker, and no two unnamed ones are one", () => {
  const unnamed = (id, citation) =>
    newReport({ citation, article_id: id, outlet: { name: null, label: `unnamed outlet (${id})`, level: "unknown" } });
  const claims = [
    newClaim([newReport(), unnamed("b", 2)]),
    newClaim([unnamed("c", 3), newReport({ stance: "denies" })], { id: "c2" }),
  ];
  assert.deepEqual(show(claims), [
    ["Valley Courier", "outlet", [["asserts 1"], ["denies 1"]]],
    ["unnamed outlet (b)", "outlet", [["asserts 2"], []]],
    ["unnamed outlet (c)", "outlet", [[], ["asserts 3"]]],
  ]);
});

test("an unnamed source is one within an origin, and two across two", () => {
  const source = (origin, citation) =>
    newReport({ origin, citation, chain: [newLink("a military source", { named: false })] });
  const claim = newClaim([source("o1", 1), source("o1", 2), source("o2", 3)]);
  assert.deepEqual(show([claim]), [
    ["a military source", "generic", [["asserts 1,2"]]],
    ["a military source", "generic", [["asserts 3"]]],
  ]);
});

test("whoever was not read, or is not named, is not taken for the outlet", () => {
  const unread = newReport({ chain: null, voice: null, stance: null });
  const nobody = newReport({ chain: null, voice: "attributed", citation: 2, article_id: "b" });
  assert.deepEqual(show([newClaim([unread, nobody])]), [
    ["not read who speaks, in [1]", "unread", [["null 1"]]],
    ["somebody not named, in [2]", "unread", [["asserts 2"]]],
  ]);
});
