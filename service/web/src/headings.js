// A heading at a level that its page decides.
import { html } from "lit";

/**
 * @param {number} level 2 to 6; beyond, the nearest of these
 * @param {unknown} content
 * @param {string} name its class
 */
export function renderHeading(level, content, name = "") {
  switch (Math.min(6, Math.max(2, level))) {
    case 2:
      return html`<h2 class=${name} dir="auto">${content}</h2>`;
    case 3:
      return html`<h3 class=${name} dir="auto">${content}</h3>`;
    case 4:
      return html`<h4 class=${name} dir="auto">${content}</h4>`;
    case 5:
      return html`<h5 class=${name} dir="auto">${content}</h5>`;
    default:
      return html`<h6 class=${name} dir="auto">${content}</h6>`;
  }
}
