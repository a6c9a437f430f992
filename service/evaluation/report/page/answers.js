// What opens under a question: the answer with its claims, the chain of each report, the quote in its article, the gold.
const chip = (name, level) => {
  const node = el("span", { class: level === "unknown" ? "chip unnamed" : "chip" }, name);
  node.style.setProperty("--hue", hue(name));
  return node;
};

function drawChain(report) {
  const link = (name) => [el("span", { class: "arrow", "aria-label": "citing" }, "←"), el("span", { class: "source-name" }, name)];
  const sources = report.chain === null ? [el("em", {}, "not analysed")]
    : report.chain.length ? report.chain.flatMap(link) : [el("em", {}, "in its own voice")];
  return el("p", { class: "chain" }, chip(report.outlet, report.level), sources);
}

function drawLines(report) {
  const nodes = report.lines.flatMap((line) => [
    line.gap ? el("p", { class: "gap", "aria-hidden": "true" }, "⋯") : null,
    el("p", { class: line.label === "furniture" ? "furniture" : null },
      line.label === "furniture" ? el("span", { class: line.pieces.some(([, marks]) => marks.includes("quote")) ? "tag bad" : "tag" }, "furniture") : null,
      line.pieces.map(([text, marks]) => marks ? el("mark", { class: marks }, text) : text)),
  ]);
  return el("blockquote", {}, nodes);
}

function drawReport(report) {
  const tags = [report.stance, report.cue && `“${report.cue}”`, ...report.hedges.map((hedge) => `hedge: ${hedge}`), report.copy && `copy ${report.copy}`, `origin ${report.origin}`];
  return el("li", { class: "report" }, drawChain(report),
    el("p", { class: "tags" }, el("span", { class: "tag id" }, report.id),
      tags.filter(Boolean).map((tag) => el("span", { class: "tag" }, tag)),
      report.wanted ? el("span", { class: "tag good" }, `carries gold ${report.wanted}`) : null),
    drawLines(report), el("p", { class: "source" }, report.article));
}

function drawAnswer(row) {
  const counts = (claim) => `${plain(claim.agreement)} · ${several(claim.counts.articles, "article")} · ${several(claim.counts.origins, "origin")}`;
  const claims = row.claims.map((claim) => el("article", { class: "claim" },
    el("h4", {}, claim.text), el("p", { class: "tags" }, el("span", { class: "tag id" }, claim.id), el("span", { class: "tag" }, counts(claim)),
      claim.silent.map((silent) => el("span", { class: "tag" }, `silent: ${silent}`))),
    el("ol", { class: "reports" }, claim.reports.map(drawReport))));
  const relations = row.relations.map((one) => el("li", {}, `${one.from} ${one.kind} ${one.to}`, one.differs_in.length ? ` (${one.differs_in.join("; ")})` : ""));
  return el("section", { class: "got" }, el("h3", {}, "Answer"),
    row.error ? el("p", { class: "error" }, row.error) : null,
    row.direct ? el("p", { class: "direct" }, row.direct) : row.claims.length || row.error ? null : el("p", { class: "direct" }, row.text || "No text."),
    row.missing.map((text) => el("p", { class: "missing" }, text)),
    claims,
    relations.length ? [el("h4", {}, "Relations"), el("ul", {}, relations)] : null,
    row.nearest.length ? [el("h4", {}, "Nearest, and no answer"), el("ul", {}, row.nearest.map((one) => el("li", {}, chip(one.label, one.level), ` ${one.quote}`)))] : null);
}

function drawWanted(row) {
  const gold = row.wanted.map((one) => el("li", { class: one.report ? "held" : "lost" },
    el("p", { class: "chain" }, one.outlet ? chip(one.outlet) : one.article ? el("span", { class: "source" }, one.article) : null,
      one.chain && (one.chain.length ? one.chain.flatMap((name) => [el("span", { class: "arrow", "aria-label": "citing" }, "←"), el("span", { class: "source-name" }, name)]) : el("em", {}, "in its own voice"))),
    el("p", {}, one.quote ? el("q", {}, one.quote) : one.text),
    el("p", { class: "tags" }, [one.stance, one.agreement && plain(one.agreement), ...(one.hedges ?? []).map((hedge) => `hedge: ${hedge}`)]
      .filter(Boolean).map((tag) => el("span", { class: "tag" }, tag)),
      el("span", { class: one.report ? "tag good" : "tag bad" }, one.report ? `in ${one.report}` : "not quoted"))));
  return el("section", { class: "wanted" }, el("h3", {}, "Gold"),
    row.answerable === false ? el("p", { class: "direct" }, "There is no answer; it should decline.") : null,
    gold.length ? el("ol", {}, gold) : null,
    row.fixed.length ? el("dl", {}, row.fixed.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])) : null,
    !gold.length && !row.fixed.length && row.answerable !== false ? el("p", {}, "Nothing but its text is fixed.") : null);
}

function drawScores(row) {
  const items = Object.entries(row.scores).map(([name, [value, why]]) => el("li", { class: isPerfect(name, value) ? "whole" : "short" },
    el("span", { class: "name" }, plain(name)), el("span", { class: "value" }, number(value, value % 1 ? 2 : 0)), why ? el("span", { class: "why" }, why) : null));
  return el("section", { class: "scores" }, el("h3", {}, "Scores"), el("ul", {}, items));
}

const drawDetail = (row) => el("div", { class: "detail" }, drawAnswer(row), drawWanted(row), drawScores(row));
