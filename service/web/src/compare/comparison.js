// <byline-comparison>: two articles laid side by side, with what one of them changed.
import { LitElement, html, nothing } from "lit";
import { CodePoints, cutSpans } from "../article/offsets.js";
import { renderHeading } from "../headings.js";
import { cleanLine, cleanText } from "../safe.js";
import { comparisonStyles } from "../styles/comparison.css.js";
import { theme } from "../styles/theme.css.js";
import { renderSide, sayChange } from "./changes.js";

const DIRECTIONS = { a_from_b: "A is from B", b_from_a: "B is from A" };

export class BylineComparison extends LitElement {
  static properties = {
    /** Two articles side by side, as GET /v1/articles/{id}/compare/{other} gives them. */
    comparison: { attribute: false },
    /** Level of its first headings; those below follow. */
    level: { type: Number },
  };

  static styles = [theme, comparisonStyles];

  constructor() {
    super();
    this.comparison = null;
    this.level = 3;
  }

  render() {
    const { comparison: found } = this;
    if (!found) return nothing;
    const share = `${Math.round(found.containment * 100)} % of the shorter stands in the other`;
    const direction = DIRECTIONS[found.direction] ?? "who had it from whom is not known";
    return html`
      <header class="sides" part="masthead">
        ${renderHead("A", found.a, this.level)} ${renderHead("B", found.b, this.level)}
      </header>
      <p class="kin">
        <strong>${found.is_copy ? "One text" : "Two texts"}.</strong>
        <span class="detail">${share}; ${direction}: ${cleanLine(found.reason)}.</span>
      </p>
      ${renderChanges(found.changes, this.level)}
      <section aria-label="Paragraphs">
        ${renderHeading(this.level, "Side by side", "label")}
        ${found.paragraphs.map(renderPair)}
      </section>
    `;
  }
}

function renderHead(name, { outlet, title, published }, level) {
  return html`<div class="head">
    <p class="outlet"><span class="of">${name}</span> <bdi>${cleanLine(outlet.label)}</bdi></p>
    ${renderHeading(level, title ? cleanLine(title) : "Untitled", "headline")}
    <p class="detail">${published ? published.replace("T", ", ") : "undated"}</p>
  </div>`;
}

function renderChanges(changes, level) {
  const count = changes.length === 1 ? "1 change" : `${changes.length} changes, gravest first`;
  return html`<section aria-label="Changes, gravest first">
    ${renderHeading(level, changes.length ? count : "No changes", "label")}
    <ol role="list">
      ${changes.map(
        (change) => html`<li class="change">
          ${renderHeading(level + 1, sayChange(change), "kind")}
          <div class="sides">${renderSide(change.a, "A")} ${renderSide(change.b, "B")}</div>
        </li>`,
      )}
    </ol>
  </section>`;
}

function renderPair({ a, b, equal, changes }) {
  const cell = (side, name, spans) =>
    html`<div class="cell ${side ? "" : "empty"}">
      <span class="of">${name}</span>
      <p dir="auto">${side ? markChanges(side, spans) : html`<span class="detail">not in ${name}</span>`}</p>
    </div>`;
  const spans = (which) => changes.map((one) => one[which]).filter(Boolean);
  return html`<div class="sides pair ${equal ? "equal" : ""}">${cell(a, "A", spans("a"))} ${cell(b, "B", spans("b"))}</div>`;
}

function markChanges({ start, end, text }, spans) {
  const points = new CodePoints(text);
  return cutSpans(
    start,
    end,
    spans.map((one) => ({ ...one, name: "changed" })),
  ).map((one) => {
    const words = cleanText(points.slice(one.start - start, one.end - start));
    return one.names.length ? html`<mark>${words}</mark>` : words;
  });
}
