// Small parts that many rooms of an answer share: markers, outlets, chains, quotes.
import { html, nothing } from "lit";
import { CodePoints, cutSpans } from "../article/offsets.js";
import { renderHeading } from "../headings.js";
import { cleanLine, cleanText } from "../safe.js";
import { listMarks } from "./markers.js";
import { sayVoice } from "./words.js";

/** The button that is `[n]`; `does` says what pressing it opens. */
export function renderButton(n, does, open) {
  const name = `[${n}] ${does}`;
  return html`<button class="marker" part="marker" type="button" aria-label=${name} @click=${open}>[${n}]</button>`;
}

/** The `[n]` that opens a report's sentence in its article. */
export function renderMarker(report, host) {
  const open = () => host.openArticle(report.article_id, report.start, report.end, listMarks(report));
  return renderButton(report.citation, `open the sentence in its article, ${cleanLine(report.outlet.label)}`, open);
}

/** The outlet as a chip; its label says in words where it is only probable, or not known. */
export function renderChip({ name, label, level }) {
  const shown = cleanLine(label);
  const id = name === null ? shown.match(/^unnamed outlet \((.*)\)$/)?.[1] : null;
  const words = id ? html`unnamed outlet <span class="id" title=${id}>${id}</span>` : shown;
  return html`<bdi class="chip" part="chip" data-level=${level}>${words}</bdi>`;
}

/** From the outlet to the one who spoke: "← SANA ← a military source". */
export function renderChain(report) {
  const voice = sayVoice(report);
  if (voice) return html`<span class="voice">${voice}</span>`;
  return report.chain.map(
    (link) =>
      html`<span class="link-of" data-named=${link.named}
        ><span class="arrow" aria-hidden="true">←</span><span class="hidden"> citing </span>
        <bdi>${cleanLine(link.name)}</bdi></span
      > `,
  );
}

/** A report's sentence, with what it is there for and its hedges set apart. */
export function renderQuote(report) {
  const text = new CodePoints(report.quote);
  const marks = listMarks(report)
    .filter(({ name }) => name === "content" || name === "hedge")
    .map(({ name, start, end }) => ({ name, start: start - report.start, end: end - report.start }));
  const pieces = cutSpans(0, text.length, marks);
  const whole = pieces.every(({ names }) => names.includes("content"));
  return pieces.map(({ start, end, names }) => {
    const kinds = names.filter((name) => name === "hedge" || !whole).join(" ");
    const words = cleanText(text.slice(start, end));
    return kinds ? html`<span class=${kinds}>${words}</span>` : words;
  });
}

/** A marker for an article of the answer that has no report to open at. */
export function renderCitation(n, citations, host) {
  const cited = citations.find((one) => one.n === n);
  if (!cited) return `[${n}]`;
  const open = () => host.openArticle(cited.article_id);
  return renderButton(n, `open the article, ${cleanLine(cited.outlet)}`, open);
}

/** A titled part of an answer. */
export const renderSection = (host, name, title, content) =>
  html`<section part=${name} aria-label=${title}>${renderHeading(host.level, title, "label")} ${content}</section>`;
