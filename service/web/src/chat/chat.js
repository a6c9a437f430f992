// <byline-chat>: questions in, answers out, over any Byline server; a whole conversation in one element.
import { LitElement, html, nothing } from "lit";
import { Server } from "../api.js";
import { chatStyles } from "../styles/chat.css.js";
import { theme } from "../styles/theme.css.js";
import { bringIntoView } from "../view.js";
import { addClaim, announce, listHistory, newTurn, retractClaim } from "./conversation.js";
import { Overlay } from "./overlay.js";
import { renderTurn } from "./turn.js";

const names = {
  fromAttribute: (value) =>
    (value ?? "")
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean),
};

/**
 * @fires byline-question {question} a question is sent
 * @fires byline-answer {question, answer} its answer is there, whole
 * @fires byline-error {question, error} it has none
 * @fires byline-open-article {articleId, start, end, marks} cancelable: whoever cancels it shows the passage itself
 * @fires byline-open-comparison {a, b} cancelable likewise
 */
export class BylineChat extends LitElement {
  static properties = {
    /** Address of the server; "" is where the page comes from. */
    server: { type: String },
    /** An ask key, where the server wants one. */
    key: { type: String },
    /** A question that is asked at once, and whenever it changes. */
    question: { type: String },
    /** Outlets that questions are confined to, and sources; as attributes, parted by commas. */
    outlets: { converter: names },
    sources: { converter: names },
    /** Days of publication, as 2016-03-31. */
    from: { type: String },
    to: { type: String },
    /** What stands above the conversation; "" where the page has its own heading. */
    heading: { type: String },
    placeholder: { type: String },
    /** Questions to begin with, each asked when pressed. */
    suggestions: { attribute: false },
    /** "light" or "dark"; otherwise as the reader's system has it. */
    theme: { type: String, reflect: true },
    turns: { state: true },
    said: { state: true },
  };

  static styles = [theme, chatStyles];

  #asking = null;
  #overlay = new Overlay(this);
  #api = null;
  #apiOf = "";

  constructor() {
    super();
    Object.assign(this, {
      server: "",
      key: "",
      question: "",
      outlets: [],
      sources: [],
      suggestions: [],
      from: "",
      to: "",
    });
    Object.assign(this, { heading: "Ask the articles", placeholder: "Ask a question", turns: [], said: "" });
  }

  /** The server that this chat speaks to. */
  get api() {
    const of = JSON.stringify([this.server, this.key]);
    if (of !== this.#apiOf) [this.#api, this.#apiOf] = [new Server(this.server, this.key), of];
    return this.#api;
  }

  updated(changed) {
    if (changed.has("question") && this.question) this.ask(this.question);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  /**
   * Ask a question; one that is being answered is stopped.
   * @param {string} text
   * @returns {Promise<object | null>} the answer; null where there is none, of which byline-error tells
   */
  async ask(text) {
    const question = String(text).trim();
    if (!question) return null;
    this.stop();
    const asking = (this.#asking = new AbortController());
    const body = { question, history: listHistory(this.turns), ...this.#confine() };
    const turn = newTurn(question);
    this.turns = [...this.turns, turn];
    this.#tell("byline-question", { question });
    this.#reach();
    return this.#follow(turn.id, body, asking);
  }

  /** Stop the answer that is coming in. */
  stop() {
    this.#asking?.abort();
    this.#asking = null;
  }

  /** Begin anew: no turns, no history. */
  reset() {
    this.stop();
    this.turns = [];
    this.said = "";
  }

  async #follow(id, body, { signal }) {
    const { question } = body;
    const change = (how) => (this.turns = this.turns.map((one) => (one.id === id ? how(one) : one)));
    const told = {
      claim: (claim) => change((turn) => addClaim(turn, claim)),
      retraction: (what) => change((turn) => retractClaim(turn, what)),
    };
    try {
      const answer = await this.api.ask(body, told, signal);
      signal.throwIfAborted();
      change((turn) => ({ ...turn, state: "answered", answer, retracted: new Map() }));
      this.said = announce({ answer });
      this.#reach();
      this.#tell("byline-answer", { question, answer });
      return answer;
    } catch (error) {
      if (signal.aborted) {
        change((turn) => ({ ...turn, state: "stopped", claims: [] }));
        return null;
      }
      change((turn) => ({ ...turn, state: "failed", claims: [], error }));
      this.#tell("byline-error", { question, error });
      return null;
    } finally {
      if (this.#asking?.signal === signal) this.#asking = null;
      this.requestUpdate();
    }
  }

  // What the question is confined to; the server refuses empty days, and lists may as well be left out.
  #confine() {
    const all = { outlets: this.outlets, sources: this.sources, from: this.from, to: this.to };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value?.length));
  }

  // A later question goes to the top, once it is asked and once there is enough below it; not if the reader went on.
  async #reach() {
    await this.updateComplete;
    const turn = [...this.renderRoot.querySelectorAll(".turn")].at(-1);
    await turn?.querySelector("byline-answer")?.updateComplete;
    if (this.turns.length > 1 && turn?.getBoundingClientRect().top > 0) bringIntoView(turn, "start");
  }

  // What was pressed goes away: the focus goes where reading goes on.
  async #moveFocus(act, to) {
    act();
    await this.updateComplete;
    this.renderRoot.querySelector(to)?.focus();
  }

  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  // Told again from here, so that the page has its say before a dialog is opened.
  #relay(event) {
    event.stopPropagation();
    if (!this.#tell(event.type, event.detail, true)) return;
    if (event.type === "byline-open-article") this.#overlay.openArticle(event.detail);
    else this.#overlay.openComparison(event.detail);
  }

  #submit(event) {
    event.preventDefault();
    const field = this.renderRoot.querySelector("textarea");
    const text = field.value;
    if (!text.trim()) return field.focus();
    field.value = "";
    this.ask(text);
  }

  // Enter asks, Shift+Enter breaks the line; an Enter that ends the writing of a character does neither.
  #type(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#submit(event);
  }

  render() {
    const relay = (event) => this.#relay(event);
    const begin = () => this.#moveFocus(() => this.reset(), "textarea");
    return html`
      <section class="chat" part="chat" aria-label=${this.heading || "Questions and answers"}>
        <header part="header">
          ${this.heading ? html`<h2 part="heading" dir="auto">${this.heading}</h2>` : nothing}
          ${
            this.turns.length
              ? html`<button class="button" type="button" @click=${begin}>New conversation</button>`
              : nothing
          }
        </header>
        ${this.turns.length ? nothing : this.#renderIntro()}
        <ol
          class="turns"
          role="list"
          aria-label="Questions and answers"
          @byline-open-article=${relay}
          @byline-open-comparison=${relay}
        >
          ${this.turns.map((turn, at) => renderTurn(turn, at, this))}
        </ol>
        ${this.#renderComposer()}
        <p class="hidden" role="status" aria-live="polite">${this.said}</p>
      </section>
      ${this.#overlay.render()}
    `;
  }

  #renderIntro() {
    const ask = (text) => () => this.#moveFocus(() => this.ask(text), ".question");
    const suggest = (text) =>
      html`<li><button class="link" type="button" dir="auto" @click=${ask(text)}>${text}</button></li>`;
    return html`<div class="intro" part="intro">
      <slot></slot>
      ${
        this.suggestions.length
          ? html`<ul class="suggestions" part="suggestions" role="list">
            ${this.suggestions.map(suggest)}
          </ul>`
          : nothing
      }
    </div>`;
  }

  #renderComposer() {
    const stop = () => this.#moveFocus(() => this.stop(), "[part=ask]");
    return html`<form part="composer" @submit=${(event) => this.#submit(event)}>
      <textarea
        part="input"
        rows="1"
        maxlength="4000"
        dir="auto"
        aria-label=${this.placeholder}
        placeholder=${this.placeholder}
        enterkeyhint="send"
        @keydown=${(event) => this.#type(event)}
      ></textarea>
      ${this.#asking ? html`<button class="button" part="stop" type="button" @click=${stop}>Stop</button>` : nothing}
      <button class="button chief" part="ask" type="submit">Ask</button>
    </form>`;
  }
}
