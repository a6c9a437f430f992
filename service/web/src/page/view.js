// What the views of the page share: they stand in the page itself, and load from the server.

import { LitElement, html, nothing } from "lit";
import { explain } from "../faults.js";

export class View extends LitElement {
  static properties = {
    server: { attribute: false },
    error: { state: true },
    busy: { state: true },
  };

  /** Settled once what was asked for last is there, or is known not to be. */
  ready = Promise.resolve();

  #turn = 0;

  createRenderRoot() {
    return this;
  }

  /** Do `work`, which returns what to keep of it; of several under way only the last one is kept. */
  take(work, keep) {
    return (this.ready = this.#take(work, keep));
  }

  async #take(work, keep) {
    const turn = ++this.#turn;
    this.busy = true;
    this.error = null;
    try {
      const value = await work();
      if (turn === this.#turn) await keep(value);
    } catch (error) {
      if (turn === this.#turn) this.error = error;
    } finally {
      if (turn === this.#turn) this.busy = false;
      await this.updateComplete;
    }
  }

  /** What went wrong, and what to do about it; `again` is offered where it may help. */
  renderError(again = () => this.load()) {
    if (!this.error) return nothing;
    const { title, advice, again: helps } = explain(this.error);
    const { status } = this.error;
    const wantKey = () => this.dispatchEvent(new Event("want-key", { bubbles: true }));
    return html`<div class="fault" role="alert">
      <p><strong>${title}.</strong> ${advice}</p>
      ${status === 401 || status === 403 ? html`<button type="button" @click=${wantKey}>Enter a key</button>` : nothing}
      ${helps && (status < 400 || status >= 500) ? html`<button type="button" @click=${again}>Try again</button>` : nothing}
    </div>`;
  }

  renderBusy(words) {
    return this.busy ? html`<p class="busy" role="status">${words}</p>` : nothing;
  }
}
