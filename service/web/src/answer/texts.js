// Which cited articles are one text, and what their copies changed.
import { html, nothing } from "lit";
import { renderSide, sayChange } from "../compare/changes.js";
import { renderHeading } from "../headings.js";
import { cleanLine } from "../safe.js";
import { renderCitation, renderSection } from "./parts.js";

const SHOWN = 6;

/**
 * @param {object} answer
 * @param {import("./answer.js").BylineAnswer} host
 */
export function renderTexts(answer, host) {
  const { copies, comparisons } = answer;
  if (!copies.length && !comparisons.length) return nothing;
  return renderSection(
    host,
    "copies",
    "Copies and changes",
    html`${copies.map((one) => renderCopy(one, answer, host))} ${comparisons.map((one) => renderCompared(one, answer, host))}`,
  );
}

function renderCopy({ citations: numbers, from }, { citations, comparisons }, host) {
  const marks = numbers.map((n) => renderCitation(n, citations, host));
  const whose = from
    ? html`: <strong><bdi>${cleanLine(from.name)}</bdi>’s text</strong>${from.held ? "" : ", which is not in the corpus"}`
    : "";
  const ids = numbers.map((n) => citations.find((one) => one.n === n)?.article_id);
  const compared = (a, b) => comparisons.some((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
  const pairs = ids.slice(1).filter((id) => id && !compared(ids[0], id));
  return html`<p class="copy">
    ${marks} ${numbers.length > 1 ? "are one text" : "carries a copy"}${whose}. One text is one voice, however many carry it.
    ${pairs.map((id) => renderOpen(ids[0], id, citations, host))}
  </p>`;
}

function renderOpen(a, b, citations, host) {
  const name = (id) => `[${citations.find((one) => one.article_id === id)?.n ?? id}]`;
  return html`<button class="button" type="button" @click=${() => host.openComparison(a, b)}>Lay ${name(a)} and ${name(b)} side by side</button>`;
}

function renderCompared(one, { citations }, host) {
  const number = (id) => citations.find((cited) => cited.article_id === id)?.n;
  const mark = (id) => (number(id) ? renderCitation(number(id), citations, host) : html`<bdi>${id}</bdi>`);
  const changes = one.changes.slice(0, SHOWN);
  const rest = one.changes.length - changes.length;
  const share = `${Math.round(one.containment * 100)} % of the shorter stands in the other`;
  return html`<div class="compared" part="comparison">
    <p>
      ${one.is_copy ? html`What differs between ${mark(one.a)} and ${mark(one.b)}:` : html`${mark(one.a)} and ${mark(one.b)} are two texts.`}
      <span class="detail">${share}; ${cleanLine(one.reason)}.</span>
    </p>
    <ul class="changes" role="list" aria-label="Changes, gravest first">
      ${changes.map(
        (change) => html`<li class="change">
          ${renderHeading(host.level + 1, sayChange(change), "kind")}
          <div class="sides">${renderSide(change.a, mark(one.a))} ${renderSide(change.b, mark(one.b))}</div>
        </li>`,
      )}
    </ul>
    <p>
      ${rest > 0 ? html`<span class="detail">and ${rest} more.</span>` : nothing} ${renderOpen(one.a, one.b, citations, host)}
    </p>
  </div>`;
}
