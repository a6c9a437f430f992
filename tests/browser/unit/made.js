// Reports, claims and answers made up for the tests, whole in shape, with what matters to each test given.

export const newReport = (given = {}) => ({
  id: "r1", statement_id: "a~1~s1.1", citation: 1, article_id: "a", passage_id: "a~1~p1",
  quote: "The bridge is open.", start: 0, end: 19, content: { start: 0, end: 18 }, context: null,
  outlet: { name: "Valley Courier", label: "Valley Courier", level: "stated" }, published: null, voice: "outlet", chain: [], joint: [],
  cue: null, stance: "asserts", form: null, hedges: [], figure: null, when: [], origin: "o1", copy: null, ...given,
});

export const newLink = (name, given = {}) => ({ name, named: true, start: 0, end: 1, carried_from: null, ...given });

export const newClaim = (reports, given = {}) => ({
  id: "c1", about: "the bridge", text: "Valley Courier says: “The bridge is open” [1].", agreement: "single",
  counts: { articles: 1, outlets: 1, unnamed: 0, texts: 1, origins: 1, confirmations_claimed: 0 }, reports, silent: [], ...given,
});

export const newAnswer = (claims, given = {}) => ({
  id: "ans_0123456789abcdef", question: "Is the bridge open?", status: "answered",
  direct: { kind: "yes_no", value: "asserted", text: "Stated in the articles found, and denied in none of them." },
  answer: "", claims, relations: [], comparisons: [], copies: [],
  citations: [{ n: 1, article_id: "a", outlet: "Valley Courier", level: "stated", title: "The bridge", url: null, published: null }],
  missing: [], understood: null, nearest: [], searched: { articles: 1, outlets: 1, unnamed: 0, undated: 1 }, support: 1,
  dropped: { claims: 0, statements: 0 }, reader: { kind: "quotes", model: null, degraded: false }, usage: null, snapshot: "s", timings_ms: {}, ...given,
});
