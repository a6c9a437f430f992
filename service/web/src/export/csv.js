// An answer as CSV, one row a report, in the same columns and cells as `byline ask --format csv`.
import { cleanText } from "../safe.js";

const COLUMNS = [
  "claim",
  "outlet",
  "level",
  "chain",
  "quote",
  "article_id",
  "start",
  "end",
  "published",
  "url",
  "stance",
  "hedges",
  "figure",
  "agreement",
  "origin",
  "copy",
  "relations",
];
// What a spreadsheet would run, or take for the beginning of a formula.
const FORMULA = /^ *[=+\-@\t\r\n＝＋－＠]/;

/**
 * A header and a row for each report, claims in order; unknown is empty. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe.
 * @param {object} answer
 */
export function writeCsv(answer) {
  const urls = new Map(answer.citations.map((one) => [one.n, one.url]));
  const rows = answer.claims.flatMap((claim) => claim.reports.map((one) => listCells(claim, one, answer, urls)));
  return [COLUMNS, ...rows].map((row) => row.map(quoteCell).join(",")).join("\n") + "\n";
}

function listCells(claim, one, { relations }, urls) {
  const related = relations.filter(({ from, to }) => claim.id === from || claim.id === to);
  const cells = [claim.text, one.outlet.label, one.outlet.level, sayChain(one.chain), one.quote, one.article_id];
  const tail = [
    one.published ?? "",
    urls.get(one.citation) ?? "",
    one.stance ?? "",
    one.hedges.map((hedge) => hedge.text).join("; "),
    one.figure ? `${one.figure.bound} ${one.figure.value} ${one.figure.unit ?? ""}`.trim() : "",
    claim.agreement,
    one.origin,
    one.copy ?? "",
    related.map(({ kind, from, to }) => `${kind} ${from === claim.id ? to : from}`).join("; "),
  ];
  return [...cells.map(defuseCell), one.start, one.end, ...tail.map(defuseCell)];
}

/** From the one whom the outlet cites to the one who spoke; "" where it was not read. */
export function sayChain(chain) {
  if (!chain) return "";
  return chain.map((link) => link.name).join(" < ") || "own voice";
}

/** The words of a cell, safe to open. */
export function defuseCell(cell) {
  const safe = cleanText(cell.replaceAll("\r\n", "\n"));
  return FORMULA.test(safe) ? `'${safe}` : safe;
}

const quoteCell = (cell) => (/[",\n\r]/.test(cell) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell));
