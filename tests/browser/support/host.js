// Somebody else's page on an origin of its own, with whatever headers its owner sets.

import { createServer } from "node:http";

/** Serve pages, `{path: {headers, body}}` or what answers a request itself, on a free port until `stop`. */
export async function servePages(pages) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url, "http://host").pathname];
    if (typeof page === "function") return page(request, response);
    response.writeHead(page ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", ...page?.headers });
    response.end(page?.body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}`, pages, stop };
}
