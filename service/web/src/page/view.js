// What the views of the page share: they stand in the page itself, and load from the server.

import { LitElement, html, nothing } from "lit";
import { explain } from "../faults.js";

const KEYS = {
  missing_key: "This server tells its articles only to those who have a key.",
  wrong_key: "The key is not known here; it may be mistyped or no longer valid.",
  missing_scope: "The key that was given may not do this; another may.",
};

export class View extends LitElement {
  static properties = {
    server: { attribute: false },
    error: { state: true },
    busy: { state: true },
  };

  #turn = 0;

  createRenderRoot() {
    return this;
  }

  /** Do `work`, which returns what to keep of it; of several under way only the last one is kept. */
  async take(work, keep) {
    const turn = ++this.#turn;
    this.busy = true;
    this.error = null;
    try {
      const value = await work();
      if (turn === this.#turn) keep(value);
    } catch (error) {
      if (turn === this.#turn) this.error = error;
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }

  /** What went wrong, and what to do about it; `again` is offered where it may help. */
  renderError(again = () => this.load()) {
    if (!this.error) return nothing;
    const { title, advice, again: helps } = explain(this.error);
    const wantKey = () => this.dispatchEvent(new Event("want-key", { bubbles: true }));
    return html`<div class="fault" role="alert">
      <p><strong>${title}.</strong> ${KEYS[this.error.code] ?? advice}</p>
      ${this.error.code in KEYS ? html`<button type="button" @click=${wantKey}>Enter a key</button>` : nothing}
      ${helps && this.error.status !== 404 && this.error.status !== 422
        ? html`<button type="button" @click=${again}>Try again</button>`
        : nothing}
    </div>`;
  }

  renderBusy(words) {
    return this.busy ? html`<p class="busy" role="status">${words}</p>` : nothing;
  }
}
