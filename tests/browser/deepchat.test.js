// A chat element of others, as its makers ship it, speaks to Byline as it does to OpenAI.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { launch, openTab } from "./support/browser.js";
import { servePages } from "./support/host.js";
import { serveSamples } from "./support/server.js";

const BUNDLE = join(dirname(createRequire(import.meta.url).resolve("deep-chat")), "deepChat.bundle.js");
const KEY = "browser-key-0123456789";
const KILLED = "How many people did the US-led coalition kill?";

let host, server, browser;
before(async () => {
  const script = readFileSync(BUNDLE);
  host = await servePages({
    "/": { body: `<!doctype html><html lang="en"><title>Chat</title><script type="module" src="/chat.js"></script><main></main></html>` },
    "/chat.js": { headers: { "Content-Type": "text/javascript" }, body: script },
  });
  const settings = { BYLINE_API_KEYS: `browser:${KEY}@${host.url}` };
  [server, browser] = await Promise.all([serveSamples(settings), launch()]);
});
after(() => Promise.all([server?.stop(), host?.stop(), browser?.close()]));

for (const stream of [true, false]) {
  test(`deep-chat asks, and shows the answer with its markers, ${stream ? "streamed" : "whole"}`, async () => {
    const { tab, seen, context } = await openTab(browser, host.url);
    // It loads a font of others, which is none of ours.
    await context.route(/fonts\./, (route) => route.abort());
    await tab.evaluate(
      async ({ url, key, stream }) => {
        await customElements.whenDefined("deep-chat");
        const chat = document.createElement("deep-chat");
        chat.directConnection = { openAI: { key, validateKeyProperty: false, completions: { model: "byline" } } };
        chat.connect = { url: `${url}/v1/chat/completions`, stream };
        document.querySelector("main").append(chat);
      },
      { url: server.url, key: KEY, stream },
    );
    await tab.locator("deep-chat #text-input").fill(KILLED);
    const answered = tab.waitForEvent("requestfinished", (request) => request.url().endsWith("/v1/chat/completions"));
    await tab.keyboard.press("Enter");
    await answered;
    const links = tab.locator("deep-chat .ai-message-text a");
    await links.first().waitFor();
    const asked = { model: "byline", messages: [{ role: "user", content: KILLED }] };
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${KEY}`, Origin: host.url };
    const reply = await server.call("/v1/chat/completions", { method: "POST", headers, body: JSON.stringify(asked) });
    const { choices, citations } = await reply.json();
    const shown = await tab.locator("deep-chat .ai-message-text").last().textContent();
    const [first] = choices[0].message.content.split("\n");
    assert.ok(shown.trim().startsWith(first), shown);
    // Its Markdown makes links of the markers, by the definitions at the end of the text.
    const made = await links.evaluateAll((all) => all.map((one) => [one.textContent, one.href]));
    assert.deepEqual(
      new Map(made),
      new Map(citations.map((address, n) => [String(n + 1), address])),
    );
    assert.deepEqual(seen.faults.filter((one) => /policy|CORS|error:/.test(one)), []);
    await context.close();
  });
}
