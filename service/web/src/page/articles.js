// The corpus: its outlets and its articles, with how each masthead is known.

import { html, nothing } from "lit";
import { count, sayLevel, sayPublished } from "../answer/words.js";
import { renderKnown } from "../article/masthead.js";
import { cleanLine } from "../safe.js";
import { articleAddress } from "./address.js";
import { View } from "./view.js";

const PAGE = 50;
const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });

class Articles extends View {
  static properties = {
    outlets: { state: true },
    articles: { state: true },
    next: { state: true },
    known: { state: true },
  };

  willUpdate(changed) {
    if (changed.has("server")) this.load();
  }

  /** Read both lists from their beginning. */
  load() {
    this.known = {};
    return this.take(
      () => Promise.all([this.server.outlets(), this.server.articles(null, PAGE)]),
      ([outlets, articles]) => {
        this.outlets = outlets;
        this.articles = articles.data;
        this.next = articles.next_cursor;
      },
    );
  }

  more() {
    const first = this.articles.length;
    return this.take(
      () => this.server.articles(this.next, PAGE),
      async (page) => {
        this.articles = [...this.articles, ...page.data];
        this.next = page.next_cursor;
        await this.updateComplete;
        this.querySelectorAll(".articles > li a")[first]?.focus();
      },
    );
  }

  async #show(event, id) {
    if (!event.target.open || this.known[id]) return;
    let found;
    try {
      found = await this.server.article(id);
    } catch (error) {
      found = error;
    }
    this.known = { ...this.known, [id]: found };
  }

  render() {
    return html`
      <h1 tabindex="-1">The articles</h1>
      ${this.renderError()} ${this.renderBusy("Reading the lists …")}
      ${this.articles ? [this.#renderOutlets(), this.#renderArticles()] : nothing}
    `;
  }

  #renderOutlets() {
    const { data, unnamed } = this.outlets;
    return html`<section aria-labelledby="outlets">
      <h2 id="outlets">Outlets</h2>
      <ul class="outlets">
        ${data.map(
          (one) => html`<li>
            <span class="name" dir="auto">${cleanLine(one.name)}</span>
            <span class="quiet">${count(one.articles, "article")}</span>
            <span class="levels">${one.levels.map((level) => renderLevel(level))}</span>
          </li>`,
        )}
        ${unnamed
          ? html`<li class="none">
              <span class="name">No outlet known</span>
              <span class="quiet">${count(unnamed, "article")}</span>
              <span class="note">never taken for one outlet</span>
            </li>`
          : nothing}
      </ul>
    </section>`;
  }

  #renderArticles() {
    if (!this.articles.length) return html`<p>There are no articles yet. <a href="/?view=add">Add one</a>.</p>`;
    return html`<section aria-labelledby="articles">
      <h2 id="articles">Articles</h2>
      <ul class="articles">
        ${this.articles.map((one) => this.#renderArticle(one))}
      </ul>
      ${this.next ? html`<button type="button" class="more" @click=${this.more}>More articles</button>` : nothing}
    </section>`;
  }

  #renderArticle(one) {
    const known = this.known[one.id];
    return html`<li>
      <h3><a href=${articleAddress(one.id)} dir="auto">${cleanLine(one.title ?? one.id)}</a></h3>
      <p class="facts">
        <span class=${one.outlet.name ? "name" : "name none"} dir="auto">${one.outlet.name ? cleanLine(one.outlet.name) : "No outlet known"}</span>
        ${one.outlet.name ? renderLevel(one.outlet.level) : nothing}
        <span>${sayPublished(one.published)}</span>
        ${one.language ? html`<span>${LANGUAGES.of(one.language)}</span>` : nothing}
        <span class="id">${one.id}</span>
      </p>
      <details @toggle=${(event) => this.#show(event, one.id)}>
        <summary>How this is known<span class="aside">: ${cleanLine(one.title ?? one.id)}</span></summary>
        ${known === undefined ? html`<p class="busy">Reading …</p>` : renderFound(known)}
      </details>
    </li>`;
  }
}

const renderFound = (known) => (known instanceof Error ? html`<p class="fault">${known.message}</p>` : renderKnown(known));

const renderLevel = (level) => html`<span class="level" data-level=${level} >${sayLevel(level)}</span>`;

customElements.define("byline-page-articles", Articles);
