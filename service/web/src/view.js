// Where the reader is on the page: what has the focus, what is brought into view.

/** Scroll an element into view, smoothly where motion is welcome. */
export function bringIntoView(element, block) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, behavior: still ? "auto" : "smooth" });
}

/** The element that has the focus, through every open shadow root. */
export function findFocus() {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}
