import assert from "node:assert/strict";
import { test } from "node:test";
import { sayAgreement, sayFigure, sayLevel, sayStance, sayVoice } from "../../../service/web/src/answer/words.js";
import { explain, readFault } from "../../../service/web/src/faults.js";
import { cleanLine, cleanText, safeUrl } from "../../../service/web/src/safe.js";
import { newClaim, newReport } from "./made.js";

const counts = { articles: 2, outlets: 1, unnamed: 1, texts: 2, origins: 2, confirmations_claimed: 1 };

test("agreement is said in words, and a kind that is not known as it is", () => {
  const say = (agreement) => sayAgreement(newClaim([newReport()], { agreement, counts })).badge;
  assert.deepEqual(["single", "same_origin", "corroborated", "disputed", "denied", "half_true"].map(say), [
    "one text",
    "one origin",
    "corroborated by two origins",
    "disputed: asserted and denied",
    "only denied",
    "half true",
  ]);
  const apart = newClaim([newReport(), newReport({ origin: "o2" })], { agreement: "same_origin", counts });
  assert.deepEqual(sayAgreement(apart), {
    kind: "same_origin",
    badge: "independence not shown",
    detail: "2 articles · 2 texts · 2 origins · 1 confirmation claimed, which is no origin",
  });
});

test("what was not read is told apart from the outlet's own voice", () => {
  assert.equal(sayVoice({ chain: [], voice: "outlet" }), "in its own voice");
  assert.equal(sayVoice({ chain: null, voice: "attributed" }), "somebody’s words, and nothing says whose");
  assert.equal(sayVoice({ chain: null, voice: null }), "who says it has not been read");
  assert.deepEqual([sayStance(null), sayStance("hints_at"), sayLevel("guessed")], ["", "hints at", "guessed"]);
});

test("a figure is never without its bound", () => {
  assert.equal(
    sayFigure({ bound: "more than", value: 4350, unit: "civilians", text: "more than 4,350" }),
    "more than 4,350 civilians",
  );
  assert.equal(sayFigure({ bound: "about", value: 20, unit: null, text: "20" }), "about 20");
  assert.equal(
    sayFigure({ bound: "about", value: 120000, unit: "people", text: "an estimated 120,000" }),
    "an estimated 120,000 people",
  );
});

test("only web addresses are addresses", () => {
  const given = [
    "https://a.example/x?y=1#z",
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    " https://a",
    "data:text/html,x",
    "//a",
    "https://",
    "",
    null,
  ];
  assert.deepEqual(given.map(safeUrl), ["https://a.example/x?y=1#z", ...Array(8).fill(null)]);
});

test("text that would turn its surroundings round is shown, code point for code point", () => {
  const text = "a\u202Eb\u2066c\u0000d\u{E0041}e\uFEFF\u2028f\r\ng\ud800h";
  assert.equal(cleanText(text), "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD\nf\n\ng\uFFFDh");
  assert.equal(Array.from(cleanText(text)).length, Array.from(text).length);
  assert.equal(cleanLine("  a\u00a0 b\r\n\tc\u2029"), "a b c");
});

test("a refusal is told with what to do about it", async () => {
  const body = (code) => JSON.stringify({ error: { message: "it was refused", type: "x", param: null, code } });
  const tell = async (status, code, headers = {}) => {
    const { title, advice, again } = explain(
      await readFault(new Response(code ? body(code) : "<h1>", { status, headers })),
    );
    return `${title}. ${advice} ${again}`;
  };
  assert.equal(
    await tell(429, "too_many", { "Retry-After": "17" }),
    "Too many questions. The server takes no more for now. Ask again in 17 seconds. true",
  );
  assert.equal(
    await tell(503, "busy", { "Retry-After": "200" }),
    "The server is not ready. It was refused. Ask again in 4 minutes. true",
  );
  assert.equal(await tell(400, "bad_request"), "That was not taken. It was refused. true");
  assert.match(await tell(401, "missing_key"), /^A key is needed\. .* false$/);
  assert.match(await tell(403, "missing_scope"), /^Not allowed\. It was refused\. .* false$/);
  assert.match(await tell(404, ""), /^There is no Byline here\. .* true$/);
});
