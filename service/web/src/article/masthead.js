// <byline-masthead>: what is known of an article beside its words, and how it is known.
import { LitElement, html, nothing } from "lit";
import { sayLevel, sayPublished } from "../answer/words.js";
import { renderLink } from "../links.js";
import { cleanLine, safeUrl } from "../safe.js";
import { mastheadStyles } from "../styles/masthead.css.js";
import { theme } from "../styles/theme.css.js";

export class BylineMasthead extends LitElement {
  static properties = {
    /** The article, as GET /v1/articles/{id} gives it. */
    article: { attribute: false },
    /** Whether the headline is left out, since the page has it above. */
    untitled: { type: Boolean },
  };

  static styles = [theme, mastheadStyles];

  constructor() {
    super();
    this.article = null;
    this.untitled = false;
  }

  render() {
    if (!this.article) return nothing;
    const { masthead, url, id } = this.article;
    const { outlet, title, published, copied_from: from } = masthead;
    const at = safeUrl(url);
    return html`
      <p class="outlet"><bdi>${cleanLine(outlet.label)}</bdi> <span class="detail">outlet ${sayLevel(outlet.level)}</span></p>
      ${this.untitled ? nothing : html`<h3 dir="auto">${cleanLine(title.text ?? "Untitled")}</h3>`}
      <p class="detail">
        ${sayPublished(published.date)} ·
        ${from ? html`carries a text of <bdi>${cleanLine(from.name ?? "somebody else")}</bdi> · ` : nothing}
        <bdi class="id">${id}</bdi>${at ? html` · ${renderLink(at, "at the source")}` : nothing}
      </p>
      <details>
        <summary>How this is known</summary>
        ${renderKnown(this.article)}
      </details>
    `;
  }
}

/** What is known of an article, thing by thing, with the level and the evidence of each. */
export function renderKnown({ masthead, copies = [] }) {
  const { outlet, title, published, owner, copied_from: from } = masthead;
  const rows = [
    ["Outlet", outlet.label, outlet.level, outlet.evidence],
    ["Title", title.text ?? "untitled", title.level, title.evidence],
    ["Published", sayPublished(published.date), published.level, published.evidence],
    owner.name && ["Owner", owner.name, owner.level, owner.evidence],
    from && ["Text of", from.name ?? "somebody else", null, from.evidence],
    copies.length && ["One text with", copies.join(", "), null, []],
  ].filter(Boolean);
  return html`<dl>
    ${rows.map(
      ([name, value, level, evidence]) => html`<div>
      <dt>${name}</dt>
      <dd>
        <bdi>${cleanLine(value)}</bdi> ${level ? html`<span class="detail">${sayLevel(level)}</span>` : nothing}
        ${evidence.map(renderEvidence)}
      </dd>
    </div>`,
    )}
  </dl>`;
}

const renderEvidence = ({ reason, text }) =>
  html`<p class="evidence">${cleanLine(reason)}${text ? html`: <q dir="auto">${cleanLine(text)}</q>` : nothing}</p>`;
