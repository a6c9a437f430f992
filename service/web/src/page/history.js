// Going from view to view without a load: each entry of the browser's history keeps its place and what had the focus.

import { findFocus } from "../view.js";

export class History {
  #entries = new Map();
  #now = Number.isInteger(history.state) ? history.state : 0;
  #last = this.#now;
  #show;

  /** `show` shows what an address's query says, and gives the element that is shown, once it is. */
  constructor(show) {
    this.#show = show;
    history.scrollRestoration = "manual";
    history.replaceState(this.#now, "");
    addEventListener("popstate", (event) => this.#comeBack(event.state));
  }

  /** Go to an address of the page, as a link does: to its top, with its heading focused. */
  async go(href) {
    this.#leave();
    this.#now = ++this.#last;
    history.pushState(this.#now, "", href);
    const shown = await this.#show(location.search);
    scrollTo(0, 0);
    shown?.querySelector("h1")?.focus({ preventScroll: true });
  }

  async #comeBack(state) {
    this.#leave();
    const now = (this.#now = Number.isInteger(state) ? state : 0);
    const shown = await this.#show(location.search);
    await shown?.ready;
    if (now !== this.#now) return; // gone on while it was loading
    const { top = 0, focused = null } = this.#entries.get(this.#now) ?? {};
    focused?.focus({ preventScroll: true });
    if (findFocus() !== focused || focused === document.body) shown?.querySelector("h1")?.focus({ preventScroll: true });
    scrollTo(0, top);
  }

  #leave() {
    this.#entries.set(this.#now, { top: scrollY, focused: findFocus() });
  }
}
