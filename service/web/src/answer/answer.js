// <byline-answer>: one answer, or the claims of one that is still coming in.
import { LitElement, html, nothing } from "lit";
import { answerStyles } from "../styles/answer.css.js";
import { claimStyles } from "../styles/claim.css.js";
import { partStyles } from "../styles/parts.css.js";
import { theme } from "../styles/theme.css.js";
import { bringIntoView } from "../view.js";
import { renderAbstention, renderMissing } from "./abstention.js";
import { renderClaim } from "./claim.js";
import { splitDirect } from "./markers.js";
import { renderCitation } from "./parts.js";
import { renderFoot, renderSources } from "./sources.js";
import { renderTable } from "./who.js";
import { renderTexts } from "./texts.js";

/**
 * @fires byline-open-article {articleId, start, end, marks} a passage is to be shown
 * @fires byline-open-comparison {a, b} two articles are to be laid side by side
 */
export class BylineAnswer extends LitElement {
  static properties = {
    /** The whole answer, as POST /v1/ask gives it. */
    answer: { attribute: false },
    /** Claims that came in so far, while there is no answer yet. */
    claims: { attribute: false },
    /** Level of the headings of its parts; those below them follow. */
    level: { type: Number },
    /** Ids of those of them that were taken back, each with the reason. */
    retracted: { attribute: false },
  };

  static styles = [theme, partStyles, answerStyles, claimStyles];

  constructor() {
    super();
    this.answer = null;
    this.claims = [];
    this.level = 3;
    this.retracted = new Map();
  }

  render() {
    const { answer } = this;
    if (!answer) return this.#renderClaims({ claims: this.claims, relations: [], citations: [] });
    if (answer.status === "abstained") return [renderAbstention(answer, this), renderFoot(answer)];
    return html`
      <p class="direct" part="direct" dir="auto">${this.#renderDirect(answer)}</p>
      ${renderMissing(answer)} ${this.#renderClaims(answer)} ${renderTable(answer, this)} ${renderTexts(answer, this)}
      ${renderSources(answer, this)} ${renderFoot(answer)}
    `;
  }

  #renderClaims(answer) {
    if (!answer.claims.length) return nothing;
    const cards = answer.claims.map((claim, at) => renderClaim(claim, at + 1, answer, this));
    return html`<ol class="claims" part="claims" role="list" aria-label="Claims">
      ${cards}
    </ol>`;
  }

  #renderDirect({ direct, citations }) {
    return splitDirect(direct.text).map((piece) =>
      typeof piece === "number" ? renderCitation(piece, citations, this) : piece,
    );
  }

  /** Have an article shown at a place of it; `marks` are the parts of that place that matter. */
  openArticle(articleId, start = null, end = null, marks = []) {
    this.#tell("byline-open-article", { articleId, start, end, marks });
  }

  openComparison(a, b) {
    this.#tell("byline-open-comparison", { a, b });
  }

  /** Bring another claim of the answer into view. */
  showClaim(id) {
    const card = [...this.renderRoot.querySelectorAll(".claim")].find((one) => one.dataset.claim === id);
    if (!card) return;
    card.focus({ preventScroll: true });
    bringIntoView(card, "nearest");
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}
