// Hands a text over as a file, without a request and without leaving the page.

/**
 * Have the browser save a text.
 * @param {string} name
 * @param {string} type a media type without parameters
 * @param {string} text
 */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  // The browser takes the address up after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
