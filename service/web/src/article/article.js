// <byline-article>: an article as it was stored, line by line, with what each line is taken for.
import { LitElement, html, nothing } from "lit";
import { cleanText } from "../safe.js";
import { articleStyles } from "../styles/article.css.js";
import { theme } from "../styles/theme.css.js";
import { CodePoints, cutSpans } from "./offsets.js";
import { groupStatements, renderStatement } from "./statements.js";

export class BylineArticle extends LitElement {
  static properties = {
    /** The article, as GET /v1/articles/{id} gives it. */
    article: { attribute: false },
    /** The place to highlight and scroll to, in code points; null for none. */
    start: { type: Number },
    end: { type: Number },
    /** Parts of that place that matter: {name, start, end}, name one of content, cue, source, hedge, context. */
    marks: { attribute: false },
    /** Whether who says what stands beside each line. */
    statements: { type: Boolean },
    /** Whether the headline is left out, since the page has it above. */
    untitled: { type: Boolean },
  };

  static styles = [theme, articleStyles];

  constructor() {
    super();
    this.article = null;
    this.start = null;
    this.end = null;
    this.marks = [];
    this.statements = false;
    this.untitled = false;
  }

  render() {
    const { article } = this;
    if (!article) return nothing;
    const text = new CodePoints(article.text);
    const said = this.statements ? groupStatements(article) : new Map();
    return html`
      <byline-masthead part="masthead" .article=${article} .untitled=${this.untitled}></byline-masthead>
      ${this.statements && article.attribution.text ? html`<p class="note">${article.attribution.text}</p>` : nothing}
      <div class="lines" lang=${article.language ?? nothing}>
        ${article.lines.map((line) => this.#renderLine(line, text, said.get(line) ?? []))}
      </div>
    `;
  }

  updated(changed) {
    if (["article", "start", "end"].some((name) => changed.has(name))) this.#reach();
  }

  #renderLine({ start, end, label, reason }, text, said) {
    const pieces = cutSpans(start, end, this.#highlights());
    const words = pieces.map((one) => renderPiece(one, text));
    // What is no body says so in words beside it, not only by being grey.
    return html`<div class="line ${label}" part="line" title=${reason}>
      <span class="taken">${label === "body" ? nothing : label}</span>
      <p dir="auto">${words}</p>
      ${said.length ? renderSaid(said, text) : nothing}
    </div>`;
  }

  #highlights() {
    if (this.start === null || this.end === null) return [];
    return [{ name: "quote", start: this.start, end: this.end }, ...this.marks];
  }

  // The place is where reading goes on, by eye and by screen reader.
  #reach() {
    const mark = this.renderRoot.querySelector("mark");
    if (!mark) return;
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
  }
}

const renderSaid = (said, text) =>
  html`<ul class="said" role="list" aria-label="Statements">
    ${said.map((one) => renderStatement(one, text))}
  </ul>`;

function renderPiece({ start, end, names }, text) {
  const words = cleanText(text.slice(start, end));
  const kinds = names.filter((name) => name !== "quote").join(" ");
  if (names.includes("quote")) return html`<mark class=${kinds}>${words}</mark>`;
  return kinds ? html`<span class=${kinds}>${words}</span>` : words;
}
