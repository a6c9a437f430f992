// The dialog in which an answer's article, or two of them, are read; knows how they are fetched, not how they are shown.
import { html, nothing } from "lit";
import { explain } from "../faults.js";
import { renderLink } from "../links.js";
import { cleanLine } from "../safe.js";
import { findFocus } from "../view.js";

/** Shows one thing at a time over its host, and gives the focus back where it was. */
export class Overlay {
  #host;
  #shown = null;
  #former = null;
  #fetching = null;

  /** @param {import("./chat.js").BylineChat} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.#fetching?.abort();
    this.#shown = null;
  }

  /** @param {{ articleId: string, start: number | null, end: number | null, marks: object[] }} place */
  openArticle(place) {
    const { articleId, start, end } = place;
    const page = this.#host.api.pageOf(articleId, start, end);
    return this.#open({ kind: "article", title: "Article", page, place }, (signal) =>
      this.#host.api.article(articleId, signal),
    );
  }

  /** @param {{ a: string, b: string }} pair */
  openComparison({ a, b }) {
    const page = this.#host.api.pageOfBoth(a, b);
    return this.#open({ kind: "comparison", title: "Two articles side by side", page }, (signal) =>
      this.#host.api.compare(a, b, signal),
    );
  }

  async #open(shown, fetchIt) {
    this.#fetching?.abort();
    const fetching = (this.#fetching = new AbortController());
    this.#former ??= findFocus();
    this.#show(shown);
    await this.#host.updateComplete;
    const dialog = this.#host.renderRoot.querySelector("dialog");
    if (!dialog.open) dialog.showModal();
    try {
      const held = await fetchIt(fetching.signal);
      if (!fetching.signal.aborted) this.#show({ ...shown, held });
    } catch (error) {
      if (!fetching.signal.aborted) this.#show({ ...shown, error });
    }
  }

  #show(shown) {
    this.#shown = shown;
    this.#host.requestUpdate();
  }

  #closed(dialog) {
    if (dialog.open) return; // opened again before its closing was told
    this.#fetching?.abort();
    this.#show(null);
    this.#former?.focus();
    this.#former = null;
  }

  render() {
    const close = (event) => event.currentTarget.closest("dialog").close();
    const press = (event) => event.target === event.currentTarget && close(event); // outside of what it holds
    const kind = this.#shown?.kind ?? "";
    const closed = (event) => this.#closed(event.currentTarget);
    return html`<dialog part="dialog" class=${kind} aria-labelledby="shown" @close=${closed} @click=${press}>
      <div class="sheet">
        <div class="bar">
          <h2 id="shown">${this.#renderTitle()}</h2>
          ${this.#shown ? renderLink(this.#shown.page, "own page", "whole") : nothing}
          <button class="button" type="button" @click=${close}>Close</button>
        </div>
        <div class="held" role="region" aria-labelledby="shown" tabindex="0">${this.#renderHeld()}</div>
      </div>
    </dialog>`;
  }

  // Whose article it is stays in sight while it is read.
  #renderTitle() {
    const masthead = this.#shown?.held?.masthead;
    if (!masthead) return this.#shown?.title;
    return html`<bdi>${cleanLine(masthead.outlet.label)}</bdi>
      <span class="detail">${cleanLine(masthead.title.text ?? "untitled")}</span>`;
  }

  #renderHeld() {
    if (!this.#shown) return nothing;
    const { kind, place, held, error } = this.#shown;
    if (error) {
      const { title, advice } = explain(error);
      return html`<p role="alert"><strong>${title}.</strong> ${advice}</p>`;
    }
    if (!held) return html`<p class="state asking">Fetching …</p>`;
    if (kind === "comparison") return html`<byline-comparison .comparison=${held}></byline-comparison>`;
    const { start, end, marks = [] } = place;
    return html`<byline-article .article=${held} .start=${start} .end=${end} .marks=${marks}></byline-article>`;
  }
}
