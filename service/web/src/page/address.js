// The addresses of the page: every view is "/" with a query, so that one file serves all and links can be shared.

const WHOLE = /^\d{1,9}$/;

/** What an address shows. An article may come with a passage, `[start, end)` in code points of its text. */
export function readPlace(search) {
  const query = new URLSearchParams(search);
  if (query.get("article")) return { view: "article", id: query.get("article"), ...readSpan(query) };
  if (query.has("compare")) return { view: "compare", a: query.get("compare"), b: query.get("with") ?? "" };
  const view = query.get("view");
  return { view: view === "articles" || view === "add" ? view : "ask" };
}

function readSpan(query) {
  const [start, end] = [query.get("start"), query.get("end")];
  if (!WHOLE.test(start ?? "") || !WHOLE.test(end ?? "") || Number(start) >= Number(end)) return {};
  return { start: Number(start), end: Number(end) };
}

/** The address of an article, as the server writes it. */
export function articleAddress(id, start, end) {
  const query = new URLSearchParams({ article: id });
  if (start != null && end != null) {
    query.set("start", start);
    query.set("end", end);
  }
  return `/?${query}`;
}

/** The address of two articles side by side. */
export function compareAddress(a, b) {
  return `/?${new URLSearchParams({ compare: a, with: b })}`;
}

/** The link of ours that a press goes to, from whatever shadow it came; null where the browser should follow it. */
export function ownLink(event) {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement && one.href);
  // A dialog's link to what it shows opens a tab in other people's pages, and a view in ours.
  if (!link || (link.target === "_blank" && link.part.value !== "whole") || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  return url.origin === location.origin && url.pathname === "/" && !url.hash ? link : null;
}
