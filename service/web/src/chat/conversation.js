// The turns of a talk: what was asked, what came back, and what of it goes along with the next question.

// The server takes at most so many turns, each of so many code points.
const TURNS = 20;
const TURN = 10_000;

/**
 * A question and what became of it.
 * @typedef {{ id: symbol, question: string, state: "asking" | "answered" | "stopped" | "failed", claims: object[],
 *   retracted: Map<string, string>, answer: object | null, error: Error | null }} Turn
 */

/**
 * @param {string} question
 * @returns {Turn}
 */
export const newTurn = (question) => ({
  id: Symbol(question),
  question,
  state: "asking",
  claims: [],
  retracted: new Map(),
  answer: null,
  error: null,
});

/** The turn with a claim more; one with an id already seen takes the place of that, and is no longer taken back. */
export function addClaim(turn, claim) {
  const seen = turn.claims.some((one) => one.id === claim.id);
  const claims = seen ? turn.claims.map((one) => (one.id === claim.id ? claim : one)) : [...turn.claims, claim];
  const retracted = new Map(turn.retracted);
  retracted.delete(claim.id);
  return { ...turn, claims, retracted };
}

/** The turn with a claim taken back; it stays, struck, until the answer comes. */
export function retractClaim(turn, { id, why }) {
  return { ...turn, retracted: new Map(turn.retracted).set(id, why ?? "") };
}

/** The answered turns as the server takes them, oldest first. */
export function listHistory(turns) {
  const told = turns
    .filter((one) => one.answer)
    .flatMap(({ question, answer }) => [
      { role: "user", content: cut(question) },
      { role: "assistant", content: cut(answer.answer) },
    ]);
  return told.slice(-TURNS);
}

const cut = (text) => (text.length <= TURN ? text : Array.from(text).slice(0, TURN).join(""));

/** What a finished turn is announced as, in one breath. */
export function announce({ answer }) {
  if (answer.status === "abstained") return [answer.direct.text, ...answer.missing.map((one) => one.text)].join(" ");
  const n = answer.claims.length;
  return `Answer: ${answer.direct.text} ${n === 1 ? "One claim follows." : n ? `${n} claims follow.` : ""}`.trim();
}
