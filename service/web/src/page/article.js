// One article: who published it and how that is known, its lines and statements, and the articles that share its text.

import { html, nothing } from "lit";
import { count } from "../answer/words.js";
import { CodePoints } from "../article/offsets.js";
import { cleanLine } from "../safe.js";
import { compareAddress } from "./address.js";
import { View } from "./view.js";

class ArticleView extends View {
  static properties = {
    place: { attribute: false },
    article: { state: true },
  };

  willUpdate(changed) {
    const moved = changed.has("place") && changed.get("place")?.id !== this.place.id;
    if (changed.has("server") || moved) this.load();
  }

  load() {
    this.article = null;
    const { id } = this.place;
    return this.take(
      () => this.server.article(id),
      (article) => {
        this.article = article;
        this.dispatchEvent(new CustomEvent("named", { bubbles: true, detail: cleanLine(article.masthead.title.text ?? article.id) }));
      },
    );
  }

  render() {
    const { article } = this;
    return html`
      <p class="trail"><a href="/?view=articles">All articles</a></p>
      ${article ? nothing : html`<h1 tabindex="-1">Article ${this.place.id}</h1>`}
      ${this.renderError()} ${this.renderBusy("Reading the article …")}
      ${article ? this.#renderArticle(article) : nothing}
    `;
  }

  #renderArticle(article) {
    const { start, end } = this.place;
    const beyond = end > new CodePoints(article.text).length;
    return html`
      <h1 tabindex="-1" dir="auto">${cleanLine(article.masthead.title.text ?? article.id)}</h1>
      ${beyond
        ? html`<p class="fault" role="alert">The address names a passage past the end of this article; it may have been replaced.</p>`
        : nothing}
      ${this.#renderCopies(article)}
      <byline-article untitled .article=${article} .start=${beyond ? null : start} .end=${beyond ? null : end} .statements=${true}></byline-article>
    `;
  }

  #renderCopies({ id, copies }) {
    if (!copies.length) return nothing;
    return html`<aside class="copies" aria-label="Other carriers of this text">
      <p>${count(copies.length, "other article")} ${copies.length === 1 ? "holds" : "hold"} this text; copies count as one voice.</p>
      <ul>
        ${copies.map((other) => html`<li><a href=${compareAddress(id, other)}>Side by side with ${other}</a></li>`)}
      </ul>
    </aside>`;
  }
}

customElements.define("byline-page-article", ArticleView);
