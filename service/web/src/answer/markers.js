// Finds the [n] of composed text, and never those that stand in an article's own words; and what of a sentence matters.
import { CodePoints } from "../article/offsets.js";
import { cleanLine } from "../safe.js";

/**
 * The text of a claim in pieces: words as strings, markers as numbers. A citation whose marker the text lacks comes last.
 * @param {{ text: string, reports: object[] }} claim
 * @returns {(string | number)[]}
 */
export function splitMarkers({ text, reports }) {
  const line = cleanLine(text);
  const numbers = new Set(reports.map((one) => one.citation));
  const quoted = findQuoted(line, reports);
  const pieces = [];
  const found = new Set();
  let from = 0;
  for (const mark of line.matchAll(/\[(\d+)\]/g)) {
    const n = Number(mark[1]);
    if (!numbers.has(n) || quoted.some(([low, high]) => low <= mark.index && mark.index < high)) continue;
    if (mark.index > from) pieces.push(line.slice(from, mark.index));
    pieces.push(n);
    found.add(n);
    from = mark.index + mark[0].length;
  }
  if (from < line.length) pieces.push(line.slice(from));
  const missing = [...numbers].filter((n) => !found.has(n));
  return missing.length ? [...pieces, " ", ...missing] : pieces;
}

/** The direct line in the same pieces: there an article's words stand in quotation marks, and their markers are words. */
export function splitDirect(text) {
  const pieces = cleanLine(text).split(/(“[^”]*”|\[\d+\])/);
  return pieces.filter(Boolean).map((piece) => (/^\[\d+\]$/.test(piece) ? Number(piece.slice(1, -1)) : piece));
}

// Where the words of a report stand in the text: its whole quote, its content, the sentence it leans on.
function findQuoted(line, reports) {
  const spans = [];
  for (const one of reports) {
    const quote = new CodePoints(one.quote);
    const content = quote.slice(one.content.start - one.start, one.content.end - one.start);
    for (const words of [one.quote, content, one.context?.quote ?? ""].map(cleanLine)) {
      for (let at = words ? line.indexOf(words) : -1; at >= 0; at = line.indexOf(words, at + 1)) {
        spans.push([at, at + words.length]);
      }
    }
  }
  return spans;
}

/**
 * The reports whose sentence the text of their claim does not show whole, those of one wording together.
 * @param {{ text: string, reports: object[] }} claim
 * @returns {{ quote: string, reports: object[] }[]} in the order of the reports; `quote` is "" where it is shown
 */
export function groupReports({ text, reports }) {
  const line = cleanLine(text);
  const groups = new Map();
  for (const one of reports) {
    const words = cleanLine(one.quote);
    const quote = line.includes(words) ? "" : words;
    groups.set(quote, [...(groups.get(quote) ?? []), one]);
  }
  return [...groups].map(([quote, alike]) => ({ quote, reports: alike }));
}

/**
 * The parts of a report's sentence that matter, in code points of its article; never the name that a source has.
 * @returns {{ name: "content" | "cue" | "context" | "source" | "hedge", start: number, end: number }[]}
 */
export function listMarks({ content, cue, context, chain, hedges }) {
  const named = (name) => (span) => ({ name, start: span.start, end: span.end });
  const one = (span) => (span ? [span] : []);
  const marks = [
    named("content")(content),
    ...one(cue).map(named("cue")),
    ...one(context).map(named("context")),
    ...(chain ?? []).map(named("source")),
    ...hedges.map(named("hedge")),
  ];
  return marks.filter(({ start, end }) => Number.isInteger(start) && Number.isInteger(end));
}
