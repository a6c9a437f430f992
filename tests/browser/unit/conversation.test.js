import assert from "node:assert/strict";
import { test } from "node:test";
import { addClaim, announce, listHistory, newTurn, retractClaim } from "../../../service/web/src/chat/conversation.js";
import { newAnswer, newClaim } from "./made.js";

const answered = (question, text = "It is.") => ({
  ...newTurn(question),
  state: "answered",
  answer: newAnswer([], { answer: text }),
});

test("a claim with an id already seen takes the place of it, and is no longer taken back", () => {
  const [first, second] = [newClaim([], { id: "c1" }), newClaim([], { id: "c2" })];
  const mended = newClaim([], { id: "c1", text: "mended" });
  const struck = retractClaim(addClaim(addClaim(newTurn("?"), first), second), { id: "c1", why: "not there" });
  assert.deepEqual([...struck.retracted], [["c1", "not there"]]);
  const turn = addClaim(struck, mended);
  assert.deepEqual([turn.claims, [...turn.retracted]], [[mended, second], []]);
});

test("history holds the turns that were answered, oldest first, and no more than the server takes", () => {
  const failed = { ...newTurn("lost"), state: "failed" };
  assert.deepEqual(listHistory([answered("a"), failed, answered("b")]), [
    { role: "user", content: "a" },
    { role: "assistant", content: "It is." },
    { role: "user", content: "b" },
    { role: "assistant", content: "It is." },
  ]);
  const many = listHistory(Array.from({ length: 15 }, (_, n) => answered(`q${n}`, "😀".repeat(10_001))));
  assert.equal(many.length, 20);
  assert.deepEqual(many[0], { role: "user", content: "q5" });
  assert.equal(Array.from(many[1].content).length, 10_000);
});

test("an answer is announced once, in its direct line; an abstention with what is missing", () => {
  const direct = "Stated in the articles found, and denied in none of them.";
  assert.equal(announce(answered("a")), `Answer: ${direct}`);
  assert.equal(announce({ answer: newAnswer([newClaim([])]) }), `Answer: ${direct} One claim follows.`);
  const missing = [{ kind: "not_stated", name: null, count: null, text: "No article says so." }];
  const none = newAnswer([], {
    status: "abstained",
    direct: { kind: "none", value: null, text: "No answer was found." },
    missing,
  });
  assert.equal(announce({ answer: none }), "No answer was found. No article says so.");
});
