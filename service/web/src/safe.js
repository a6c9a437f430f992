// Makes an article's words and addresses safe to show, without changing a word; offsets stay as they are.

// Told apart from each other nowhere, and obeyed by some: controls, embeddings, overrides, isolates, tags.
const HIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFEFF]|[\u{E0000}-\u{E007F}]|\p{Cs}/gu;
const BREAKS = /[\u0085\u2028\u2029]/g;

/**
 * The text with every control and every override of direction shown as U+FFFD, code point for code point.
 * @param {string} text
 */
export function cleanText(text) {
  return String(text)
    .replace(BREAKS, "\n")
    .replace(HIDDEN, (found) => (found === "\r" ? "\n" : "\uFFFD"));
}

/** As `cleanText`, on one line, its white space single. */
export function cleanLine(text) {
  return cleanText(String(text).replaceAll("\r\n", "\n")).split(/\s+/).filter(Boolean).join(" ");
}

/**
 * The address where it is one of the web; null where following it could do anything else.
 * @param {string | null | undefined} url
 */
export function safeUrl(url) {
  if (!url || !/^https?:\/\//i.test(url)) return null;
  try {
    const read = new URL(url);
    return ["http:", "https:"].includes(read.protocol) ? read.href : null;
  } catch {
    return null;
  }
}
