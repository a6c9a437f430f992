// A link out of the page: to the web, in a tab of its own, and nothing goes along.
import { html, nothing } from "lit";

/**
 * @param {string} url an address that `safeUrl` let through, or one of the server's own page
 * @param {unknown} words
 * @param {string} [part] its name for host pages
 */
export const renderLink = (url, words, part) =>
  html`<a href=${url} part=${part ?? nothing} target="_blank" rel="noopener noreferrer"
    >${words}<span class="hidden"> (new tab)</span></a
  >`;
