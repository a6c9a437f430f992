// A form that adds an article, and what was read from it.

import { html, nothing } from "lit";
import { count } from "../answer/words.js";
import { articleAddress } from "./address.js";
import { View } from "./view.js";

const FIELDS = [
  { name: "title", label: "Title", hint: "The headline, where the text above does not hold it." },
  { name: "outlet", label: "Outlet", hint: "Who published it. Left empty, it is read from the text, or stays unknown." },
  { name: "published", label: "Published", hint: html`A day, as <span class="whole">2016-03-13</span>, or a time, as <span class="whole">2016-03-13T13:24+03:00</span>.` },
  { name: "url", label: "Address", hint: "Where it can be read, beginning with http:// or https://.", type: "url" },
];
const STATUS = { created: "It was added.", updated: "It replaced its earlier version.", unchanged: "It was there already; nothing changed." };

class AddView extends View {
  static properties = {
    form: { state: true },
    stored: { state: true },
    article: { state: true },
  };

  constructor() {
    super();
    this.form = "text";
  }

  #submit(event) {
    event.preventDefault();
    const given = new FormData(event.target);
    const article = { [this.form]: given.get("content") };
    for (const { name } of FIELDS) if (given.get(name).trim()) article[name] = given.get(name).trim();
    return this.send(article);
  }

  async send(article) {
    this.stored = this.article = null;
    await this.take(
      async () => {
        const stored = await this.server.add(article);
        return [stored, await this.server.article(stored.id)];
      },
      ([stored, read]) => {
        this.stored = stored;
        this.article = read;
        this.dispatchEvent(new Event("stored", { bubbles: true }));
      },
    );
    await this.updateComplete;
    const at = this.error ? this.querySelector("[aria-invalid=true]") : this.querySelector("#stored");
    at?.focus();
  }

  /** The field that the server found at fault, if it is one of the form's. */
  get #wrong() {
    const { param, code } = this.error ?? {};
    if (FIELDS.some(({ name }) => name === param)) return param;
    return code === "unreadable_article" ? "content" : null;
  }

  #again() {
    this.stored = this.article = null;
    this.querySelector("form").reset();
    this.querySelector("textarea").focus();
  }

  render() {
    return html`
      <h1 tabindex="-1">Add an article</h1>
      <p class="lead">It is kept whole, read at once, and found from then on. What is given here counts before what the text says.</p>
      <form class="add" @submit=${this.#submit} novalidate>
        ${this.#renderContent()}
        <div class="fields">${FIELDS.map((one) => this.#renderField(one))}</div>
        ${this.error && !this.#wrong ? this.renderError(() => this.querySelector("form").requestSubmit()) : nothing}
        <button type="submit" class="primary" ?disabled=${this.busy}>${this.busy ? "Reading it …" : "Add the article"}</button>
      </form>
      ${this.article ? this.#renderStored() : nothing}
    `;
  }

  #renderContent() {
    const choose = (form) => html`<label class="choice">
      <input type="radio" name="form" .checked=${this.form === form} @change=${() => (this.form = form)} />
      ${form === "text" ? "Plain text" : "HTML"}
    </label>`;
    const wrong = this.#wrong === "content";
    return html`
      <fieldset class="form">
        <legend>The article is</legend>
        ${choose("text")} ${choose("html")}
      </fieldset>
      <div class="field">
        <label for="content">${this.form === "text" ? "Text" : "HTML"}</label>
        <p class="hint" id="content-hint">
          ${this.form === "text"
            ? "As it was published or scraped: menus and footers may stay, they are found and set aside."
            : "The source of the page, whole."}
        </p>
        <textarea id="content" name="content" rows="12" dir="auto" spellcheck="false" aria-invalid=${wrong}
          aria-describedby=${wrong ? "content-hint content-wrong" : "content-hint"}></textarea>
        ${this.#renderWrong("content")}
      </div>
    `;
  }

  #renderField({ name, label, hint, type = "text" }) {
    const wrong = this.#wrong === name;
    return html`<div class="field">
      <label for=${name}>${label} <span class="optional">optional</span></label>
      <p class="hint" id="${name}-hint">${hint}</p>
      <input id=${name} name=${name} type=${type} autocomplete="off" dir="auto" aria-invalid=${wrong}
        aria-describedby=${wrong ? `${name}-hint ${name}-wrong` : `${name}-hint`} />
      ${this.#renderWrong(name)}
    </div>`;
  }

  #renderWrong(name) {
    return this.#wrong === name ? html`<p class="wrong" id="${name}-wrong" role="alert">${this.error.message}</p>` : nothing;
  }

  #renderStored() {
    const { id, lines, statements, passages, attribution } = this.article;
    const labels = new Map();
    for (const { label } of lines) labels.set(label, (labels.get(label) ?? 0) + 1);
    return html`<section class="stored" aria-labelledby="stored">
      <h2 id="stored" tabindex="-1">What was read</h2>
      <p>
        ${STATUS[this.stored.status] ?? this.stored.status} Its lines are ${[...labels].map(([label, n]) => `${n} ${label}`).join(", ")};
        it holds ${count(passages.length, "passage")} and ${count(statements.length, "statement")}.
        ${attribution.read ? nothing : attribution.text}
      </p>
      <p class="acts">
        <a class="button" href=${articleAddress(id)}>Open it</a>
        <button type="button" @click=${this.#again}>Add another</button>
      </p>
      <byline-article .article=${this.article} .statements=${true}></byline-article>
    </section>`;
  }
}

customElements.define("byline-page-add", AddView);
