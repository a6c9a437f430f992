// The page: which view an address shows, the way between views, and the reader's key, which is kept in memory only.

import { LitElement, html, nothing } from "lit";
import { count } from "../answer/words.js";
import { Server } from "../api.js";
import { ownLink, readPlace } from "./address.js";
import { History } from "./history.js";
import "./add.js";
import "./article.js";
import "./articles.js";
import "./compare.js";
import { introduceCorpus } from "./corpus.js";

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
    corpus: { state: true },
  };

  #history = new History((search) => this.#show(search));

  constructor() {
    super();
    this.place = readPlace(location.search);
    this.secret = "";
    this.server = new Server();
    this.corpus = null;
    this.listed = false;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("click", (event) => this.#follow(event));
    this.addEventListener("go", (event) => this.#history.go(event.detail));
    this.addEventListener("want-key", () => this.#openKey());
    this.addEventListener("stored", () => this.#restock());
    this.addEventListener("byline-error", ({ detail }) => detail.error.status === 401 && this.#openKey());
    this.addEventListener("named", (event) => this.#name(event.detail));
    this.#name();
  }

  willUpdate(changed) {
    if (changed.has("server")) this.#introduce();
  }

  async #introduce() {
    const { server } = this;
    const found = await introduceCorpus(server).catch((error) => error);
    if (server !== this.server) return;
    this.corpus = found instanceof Error ? null : found;
    if (found.status === 401) this.asksKey = true;
  }

  #restock() {
    this.querySelector("byline-page-articles")?.load();
    return this.#introduce();
  }

  #name(what = TITLES[this.place.view]) {
    document.title = `${what} · Byline`;
  }

  async #follow(event) {
    const address = ownLink(event)?.href;
    if (!address) return;
    event.preventDefault();
    const dialog = event.composedPath().find((one) => one instanceof HTMLDialogElement);
    if (dialog) {
      const closed = new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
      dialog.close(); // which gives the focus back, so that it is found there on the way back
      await closed;
    }
    await this.#history.go(address);
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
      <main id="main" tabindex="-1">${this.#renderAsk()} ${this.#renderArticles()} ${this.#renderView()}</main>
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

  // The chat, and the list once it was looked at, stay while another view is shown: going back finds them as they were.
  #renderAsk() {
    return html`<div class="ask" ?hidden=${this.place.view !== "ask"}>
      <h1 tabindex="-1">Who says what?</h1>
      <p class="lead">Ask, and see which outlet made each claim, and whom that outlet got it from.</p>
      <byline-chat .key=${this.secret} .suggestions=${this.corpus?.questions ?? []} heading="">${this.#renderCorpus()}</byline-chat>
    </div>`;
  }

  #renderCorpus() {
    if (!this.corpus) return nothing;
    const { articles, outlets, unnamed } = this.corpus;
    return html`<p class="corpus">
      It searches <a href="/?view=articles">${count(articles, "article")}</a> of
      ${count(outlets, "named outlet")}${unnamed ? html`; the outlet of ${unnamed} is not known` : nothing}.
    </p>`;
  }

  #renderArticles() {
    const shown = this.place.view === "articles";
    this.listed ||= shown;
    return this.listed ? html`<byline-page-articles ?hidden=${!shown} .server=${this.server}></byline-page-articles>` : nothing;
  }

  #renderView() {
    const { server, place } = this;
    const views = {
      article: () => html`<byline-page-article .server=${server} .place=${place}></byline-page-article>`,
      compare: () => html`<byline-page-compare .server=${server} .place=${place}></byline-page-compare>`,
      add: () => html`<byline-page-add .server=${server}></byline-page-add>`,
    };
    return views[place.view]?.() ?? nothing;
  }
}

customElements.define("byline-page", Page);
