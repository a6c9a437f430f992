// The page: which view an address shows, the way between views, and the reader's key, which is kept in memory only.

import { LitElement, html, nothing } from "lit";
import { Server } from "../api.js";
import { ownLink, readPlace } from "./address.js";
import { History } from "./history.js";
import "./add.js";
import "./article.js";
import "./articles.js";
import "./compare.js";
import { suggestQuestions } from "./suggestions.js";

const NAV = [
  { view: "ask", href: "/", words: "Ask" },
  { view: "articles", href: "/?view=articles", words: "Articles" },
  { view: "compare", href: "/?compare=", words: "Compare" },
  { view: "add", href: "/?view=add", words: "Add" },
];
const TITLES = { ask: "Ask", articles: "Articles", article: "Article", compare: "Side by side", add: "Add an article" };

class Page extends LitElement {
  static properties = {
    place: { state: true },
    server: { state: true },
    secret: { state: true },
    asksKey: { state: true },
    suggestions: { state: true },
  };

  #history = new History((search) => this.#show(search));

  constructor() {
    super();
    this.place = readPlace(location.search);
    this.secret = "";
    this.server = new Server();
    this.suggestions = [];
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("click", (event) => {
      const link = ownLink(event);
      if (!link) return;
      event.preventDefault();
      this.#history.go(link.href);
    });
    this.addEventListener("go", (event) => this.#history.go(event.detail));
    this.addEventListener("want-key", () => this.#openKey());
    this.addEventListener("named", (event) => this.#name(event.detail));
    this.#name();
  }

  willUpdate(changed) {
    if (changed.has("server")) suggestQuestions(this.server).then((found) => (this.suggestions = found));
  }

  #name(what = TITLES[this.place.view]) {
    document.title = `${what} · Byline`;
  }

  async #show(search) {
    this.place = readPlace(search);
    this.#name();
    await this.updateComplete;
    return this.querySelector("main > :not([hidden])");
  }

  async #openKey() {
    this.asksKey = true;
    await this.updateComplete;
    this.querySelector("#key").focus();
  }

  #useKey(event) {
    event.preventDefault();
    this.secret = new FormData(event.target).get("key").trim();
    this.server = new Server("", this.secret);
    this.asksKey = false;
    this.querySelector("#key-button").focus();
  }

  render() {
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>Skip to the content</a>
      <header>
        <a class="mark" href="/" aria-label="Byline, ask">Byline</a>
        <nav aria-label="Page">
          ${NAV.map(({ view, href, words }) => html`<a href=${href} aria-current=${this.#isAt(view) ? "page" : nothing}>${words}</a>`)}
        </nav>
        <button type="button" id="key-button" class="key" aria-expanded=${this.asksKey ? "true" : "false"} aria-controls="key-form"
          @click=${() => (this.asksKey ? (this.asksKey = false) : this.#openKey())}>
          ${this.secret ? "Key in use" : "Key"}
        </button>
        ${this.#renderKey()}
      </header>
      <main id="main" tabindex="-1">${this.#renderAsk()} ${this.#renderView()}</main>
      <footer>
        <p>Every claim rests on words that stand in an article, letter for letter. <a href="/openapi.json">The calls behind this page</a></p>
      </footer>
    `;
  }

  #isAt(view) {
    return this.place.view === view || (view === "articles" && this.place.view === "article");
  }

  #skip(event) {
    event.preventDefault();
    event.stopPropagation();
    this.querySelector("main").focus();
  }

  #renderKey() {
    return html`<form id="key-form" ?hidden=${!this.asksKey} @submit=${this.#useKey}>
      <label for="key">Key of this server</label>
      <input id="key" name="key" type="password" autocomplete="off" spellcheck="false" .value=${this.secret} />
      <button type="submit">Use it</button>
      <p class="hint">Kept in this page’s memory alone, and gone when the page is closed or loaded anew. Leave it empty to use none.</p>
    </form>`;
  }

  // The chat stays where it is while another view is looked at, so that going back finds it as it was.
  #renderAsk() {
    return html`<div class="ask" ?hidden=${this.place.view !== "ask"}>
      <h1 tabindex="-1">Who says what?</h1>
      <p class="lead">Ask, and see which outlet made each claim, and whom that outlet got it from.</p>
      <byline-chat .key=${this.secret} .suggestions=${this.suggestions}></byline-chat>
    </div>`;
  }

  #renderView() {
    const { server, place } = this;
    const views = {
      articles: () => html`<byline-page-articles .server=${server}></byline-page-articles>`,
      article: () => html`<byline-page-article .server=${server} .place=${place}></byline-page-article>`,
      compare: () => html`<byline-page-compare .server=${server} .place=${place}></byline-page-compare>`,
      add: () => html`<byline-page-add .server=${server}></byline-page-add>`,
    };
    return views[place.view]?.() ?? nothing;
  }
}

customElements.define("byline-page", Page);
