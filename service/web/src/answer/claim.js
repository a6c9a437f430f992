// A claim as a card: what it says, who carries it from whom, how sure that is, and what stands against it.
import { html, nothing } from "lit";
import { cleanLine } from "../safe.js";
import { groupReports, splitMarkers } from "./markers.js";
import { renderButton, renderChain, renderChip, renderCitation, renderMarker, renderQuote } from "./parts.js";
import { sayAgreement, sayPublished, sayRelation, saySilence, sayStance } from "./words.js";

/**
 * @param {object} claim
 * @param {number} number counted from 1
 * @param {object} answer
 * @param {import("./answer.js").BylineAnswer} host
 */
export function renderClaim(claim, number, answer, host) {
  const { kind, badge, detail } = sayAgreement(claim);
  const why = host.retracted.get(claim.id);
  return html`
    <li class="claim ${why === undefined ? "" : "retracted"}" part="claim" data-claim=${claim.id} tabindex="-1">
      <span class="number" aria-hidden="true">${number}</span>
      <p class="strength">
        <span class="hidden">Claim ${number}: </span><span class="badge" part="badge" data-kind=${kind}>${badge}</span>
        <span class="detail">${detail}</span>
      </p>
      <p class="text" part="claim-text" dir="auto">
        ${why === undefined ? renderText(claim, host) : html`<del>${cleanLine(claim.text)}</del>`}
      </p>
      ${why === undefined ? renderUnder(claim, answer, host) : html`<p class="note">Withdrawn: ${cleanLine(why)}</p>`}
    </li>
  `;
}

function renderText(claim, host) {
  return splitMarkers(claim).map((piece) =>
    typeof piece === "number"
      ? renderMarker(
          claim.reports.find((one) => one.citation === piece),
          host,
        )
      : piece,
  );
}

function renderUnder(claim, answer, host) {
  return html`
    <ul class="evidence" role="list" aria-label="Reports">
      ${groupReports(claim).map((group, at, all) =>
        renderGroup(
          group,
          all.slice(0, at).some((one) => isOneText(one, group)),
          host,
        ),
      )}
    </ul>
    ${renderSilent(claim, answer, host)} ${renderRelations(claim, answer, host)}
  `;
}

// The wording of a copy is folded away where another carrier's stands above it.
function renderGroup({ quote, reports }, again, host) {
  const words = html`<blockquote dir="auto">${renderQuote(reports[0])}</blockquote>`;
  const folded = html`<details>
    <summary>the same text, in its own wording</summary>
    ${words}
  </details>`;
  return html`<li>
    <ul role="list">
      ${reports.map((one) => renderReport(one, host))}
    </ul>
    ${quote ? (again ? folded : words) : nothing}
  </li>`;
}

const isOneText = (one, other) => Boolean(one.reports[0].copy) && one.reports[0].copy === other.reports[0].copy;

function renderReport(one, host) {
  const stance = sayStance(one.stance);
  const dates = one.when.filter(({ date }) => date).map(({ text, date }) => `“${cleanLine(text)}” is ${date}`);
  const notes = [
    ...dates,
    one.joint.length ? "said jointly" : "",
    one.published ? `published ${sayPublished(one.published)}` : "",
  ];
  return html`<li class="report" part="report">
    ${renderMarker(one, host)}
    <div>
      ${renderChip(one.outlet)} ${renderChain(one)}
      ${stance ? html`<span class="stance" part="stance" data-stance=${one.stance}>${stance}</span>` : nothing}
      ${one.hedges.map((hedge) => html`<span class="hedged" part="hedge">hedged “${cleanLine(hedge.text)}”</span>`)}
      ${notes.some(Boolean) ? html`<span class="detail">${notes.filter(Boolean).join(" · ")}</span>` : nothing}
    </div>
  </li>`;
}

function renderSilent({ silent }, { citations }, host) {
  if (!silent.length) return nothing;
  return html`<ul class="notes" role="list" aria-label="Silent on it">
    ${silent.map(({ article_id: id, why }) => {
      const cited = citations.find((one) => one.article_id === id);
      const outlet = cited
        ? { name: cited.level === "unknown" ? null : cited.outlet, label: cited.outlet, level: cited.level }
        : null;
      const who = cited
        ? html`${renderCitation(cited.n, citations, host)} ${renderChip(outlet)}`
        : html`<bdi>${id}</bdi>`;
      return html`<li class="note">${who} ${saySilence(why)}</li>`;
    })}
  </ul>`;
}

function renderRelations({ id }, { relations, claims, citations }, host) {
  const shown = new Set(claims.map((claim) => claim.id));
  const own = relations.filter(({ from, to }) => (from === id && shown.has(to)) || (to === id && shown.has(from)));
  if (!own.length) return nothing;
  return html`<ul class="notes" role="list" aria-label="Beside other claims">
    ${own.map((one) => {
      const other = one.from === id ? one.to : one.from;
      const number = claims.findIndex((claim) => claim.id === other) + 1;
      return html`<li class="note relation" part="relation" data-kind=${one.kind}>
        <span class="verb">${sayRelation(one.kind, one.from === id)}</span>
        <button class="link" type="button" @click=${() => host.showClaim(other)}>claim ${number}</button
        >${renderGround(one, citations, host)}
      </li>`;
    })}
  </ul>`;
}

// The words that decide, and in what the two differ.
function renderGround({ words, differs_in: differs }, citations, host) {
  const article = words && citations.find((one) => one.n === words.citation)?.article_id;
  const open = () => host.openArticle(article, words.start, words.end);
  return html`${
    words
      ? html`, in the words <q dir="auto">${cleanLine(words.quote)}</q>
        ${renderButton(words.citation, "open these words in their article", open)}`
      : nothing
  }${differs.length ? html` <span class="detail">(${cleanLine(differs.join("; "))})</span>` : nothing}`;
}
