// Two articles side by side: which two, and what one changed of the other.

import { html, nothing } from "lit";
import { cleanLine } from "../safe.js";
import { articleAddress, compareAddress } from "./address.js";
import { View } from "./view.js";

const MOST = 500;

class CompareView extends View {
  static properties = {
    place: { attribute: false },
    articles: { state: true },
    comparison: { state: true },
  };

  willUpdate(changed) {
    if (changed.has("server") || changed.has("place")) this.load();
  }

  load() {
    const { a, b } = this.place;
    this.comparison = null;
    return this.take(
      async () => [
        this.articles ?? (await this.server.articles(null, MOST)).data,
        a && b ? await this.server.compare(a, b) : null,
      ],
      ([articles, comparison]) => {
        this.articles = articles;
        this.comparison = comparison;
      },
    );
  }

  #submit(event) {
    event.preventDefault();
    const chosen = new FormData(event.target);
    const detail = compareAddress(chosen.get("a"), chosen.get("b"));
    this.dispatchEvent(new CustomEvent("go", { bubbles: true, detail }));
  }

  render() {
    return html`
      <h1 tabindex="-1">Side by side</h1>
      <p class="lead">Two articles, paragraph by paragraph, and what one changed, dropped or added.</p>
      ${this.articles ? this.#renderForm() : nothing} ${this.renderError()} ${this.renderBusy("Laying them side by side …")}
      ${this.comparison ? this.#renderComparison() : nothing}
    `;
  }

  #renderForm() {
    return html`<form class="pair" @submit=${this.#submit}>
      ${this.#renderChoice("a", "Article A", this.place.a)} ${this.#renderChoice("b", "Article B", this.place.b)}
      <button type="submit">Compare</button>
    </form>`;
  }

  #renderChoice(name, label, chosen) {
    const listed = this.articles.some((one) => one.id === chosen);
    return html`<label>
      <span>${label}</span>
      <select name=${name} required .value=${chosen}>
        <option value="" ?selected=${!chosen}>Choose an article</option>
        ${chosen && !listed ? html`<option value=${chosen} selected>${chosen}</option>` : nothing}
        ${this.articles.map(
          (one) => html`<option value=${one.id} ?selected=${one.id === chosen}>${cleanLine(`${one.title ?? one.id} (${one.outlet.label})`)}</option>`,
        )}
      </select>
    </label>`;
  }

  #renderComparison() {
    const { a, b } = this.comparison;
    return html`
      <p class="pairlinks">
        <a href=${articleAddress(a.id)}>Open article A</a> <a href=${articleAddress(b.id)}>Open article B</a>
      </p>
      <byline-comparison .level=${2} .comparison=${this.comparison}></byline-comparison>
    `;
  }
}

customElements.define("byline-page-compare", CompareView);
