// An answer as Markdown in which an article's words can be nothing but words; each quote with its place.
import { groupReports, splitMarkers } from "../answer/markers.js";
import {
  sayAgreement,
  sayPublished,
  sayRelation,
  saySearched,
  saySilence,
  sayStance,
  sayVoice,
} from "../answer/words.js";
import { cleanLine, safeUrl } from "../safe.js";

const MARKUP = /[\\`*_[\]<>#~|&@$]|:(?=\/\/)|(?<=[wW]{3})\./g;
// At the start of a line these would open a list, a rule or a heading.
const OPENING = /^(?:[-+=]|\d{1,9}(?=[.)]))/;

/** The text on one line, every character that could be markup or a link made plain. */
export function escapeMarkdown(text) {
  const line = cleanLine(text).replace(MARKUP, (found) => `\\${found}`);
  return line.replace(OPENING, (found) => (/\d/.test(found[0]) ? `${found}\\` : `\\${found}`));
}

/**
 * The answer as CommonMark: what is claimed, by whom, in which words at which place, and what was cited.
 * @param {object} answer
 */
export function writeMarkdown(answer) {
  const parts = [`# ${escapeMarkdown(answer.question)}`, `**${escapeMarkdown(answer.direct.text)}**`];
  parts.push(...answer.claims.map((claim, at) => writeClaim(at + 1, claim)));
  const numbers = new Map(answer.claims.map((claim, at) => [claim.id, at + 1]));
  if (answer.relations.length) parts.push(answer.relations.map((one) => writeRelation(one, numbers)).join("\n"));
  parts.push(...answer.comparisons.filter((one) => one.changes.length).map((one) => writeComparison(one, answer)));
  parts.push(...answer.missing.map((one) => `Missing: ${escapeMarkdown(one.text)}`));
  if (answer.nearest.length)
    parts.push(["Near it, but no answer to it:", "", ...answer.nearest.map(writeNearest)].join("\n"));
  if (answer.citations.length) parts.push(answer.citations.map(writeCitation).join("\n"));
  parts.push(...answer.copies.map(writeCopy), escapeMarkdown(saySearched(answer.searched)));
  return `${parts.join("\n\n")}\n`;
}

function writeClaim(number, claim) {
  const text = splitMarkers(claim).map((piece) => (typeof piece === "number" ? `[${piece}]` : piece));
  const lines = [`(${number}) ${escapeMarkdown(text.join(""))}`];
  for (const { reports } of groupReports({ ...claim, text: "" })) {
    lines.push("", `> ${escapeMarkdown(reports[0].quote)}`);
    for (const one of reports) lines.push(">", `> — ${writeReport(one)}`);
  }
  const { badge, detail } = sayAgreement(claim);
  const silent = claim.silent.map((one) => `${one.article_id} ${saySilence(one.why)}`);
  return [...lines, "", escapeMarkdown([`${badge} (${detail})`, ...silent].join("; "))].join("\n");
}

function writeReport(one) {
  const chain = sayVoice(one) ?? `citing ${one.chain.map((link) => link.name).join(" < ")}`;
  const hedges = one.hedges.map((hedge) => `hedged “${hedge.text}”`);
  const how = [chain, sayStance(one.stance), ...hedges, sayPublished(one.published)].filter(Boolean);
  const where = `${one.article_id}, characters ${one.start} to ${one.end}`;
  return `${escapeMarkdown(one.outlet.label)} [${one.citation}]; ${escapeMarkdown([...how, where].join("; "))}`;
}

function writeRelation(one, numbers) {
  const differs = one.differs_in.length ? ` (${one.differs_in.join("; ")})` : "";
  const words = one.words ? `: “${one.words.quote}” [${one.words.citation}]` : "";
  const [from, to] = [numbers.get(one.from), numbers.get(one.to)];
  return `- ${escapeMarkdown(`(${from}) ${sayRelation(one.kind, true)} (${to})${differs}${words}`)}`;
}

function writeComparison(one, { citations }) {
  const name = (id) => citations.find((cited) => cited.article_id === id)?.n ?? id;
  const head = `[${name(one.a)}] and [${name(one.b)}] are ${one.is_copy ? "one text" : "two texts"}; ${one.reason}`;
  const say = (side) => (side ? `“${side.text}”` : "nothing");
  const changes = one.changes.map(
    (change) => `${change.kind.replaceAll("_", " ")}: ${say(change.a)} → ${say(change.b)}`,
  );
  return [escapeMarkdown(head), "", ...changes.map((change) => `- ${escapeMarkdown(change)}`)].join("\n");
}

function writeNearest({ outlet, quote, article_id: id, start, end }) {
  const where = `(${id}, characters ${start} to ${end})`;
  return `- ${escapeMarkdown(outlet.label)}: “${escapeMarkdown(quote)}” ${escapeMarkdown(where)}`;
}

function writeCopy({ citations, from }) {
  const marks = citations.map((n) => `[${n}]`).join("");
  const whose = from ? `: ${from.name}’s text${from.held ? "" : ", which is not in the corpus"}` : "";
  return `- ${escapeMarkdown(`${marks} ${citations.length > 1 ? "are one text" : "carries a copy"}${whose}`)}`;
}

function writeCitation(one) {
  const parts = [one.title ?? "untitled", one.outlet, sayPublished(one.published), one.article_id].map(escapeMarkdown);
  const url = safeUrl(one.url);
  return `${one.n}. ${parts[0]} — ${parts.slice(1).join(", ")}${url ? ` <${url}>` : ""}`;
}
