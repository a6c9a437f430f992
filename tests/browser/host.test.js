// The widget in somebody else's page: another origin, a policy that allows nothing else, a key that may only ask.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findBarriers, findOverflow, launch, openTab } from "./support/browser.js";
import { servePages } from "./support/host.js";
import { ask, serveSamples } from "./support/server.js";

const KEY = "browser-key-0123456789";
const OWN_KEY = "ask-key-0123456789";
const KILLED = "How many people did the US-led coalition kill?";

let host, server, browser;
before(async () => {
  host = await servePages({});
  const settings = { BYLINE_API_KEYS: `browser:${KEY}@${host.url},ask:${OWN_KEY}` };
  [server, browser] = await Promise.all([serveSamples(settings), launch()]);
  const policy = [
    "default-src 'none'",
    `script-src ${server.url}`,
    `connect-src ${server.url}`,
    "require-trusted-types-for 'script'",
    "trusted-types lit-html dompurify",
  ];
  const page = (script, attributes) => ({
    headers: { "Content-Security-Policy": policy.join("; ") },
    body: `<!doctype html><html lang="en"><title>News</title><link rel="icon" href="data:,"><main><h1>News</h1>${script}
      <byline-chat server="${server.url}" ${attributes}></byline-chat></main></html>`,
  });
  const plain = `<script src="${server.url}/widget.js"></script>`;
  host.pages["/"] = page(plain, `key="${KEY}"`);
  host.pages["/twice"] = page(plain + plain, `key="${KEY}"`);
  host.pages["/module"] = page(`<script type="module" src="${server.url}/widget.js"></script>`, `key="${KEY}"`);
  host.pages["/keyless"] = page(plain, "");
  host.pages["/asked"] = page(plain, `key="${KEY}" question="${KILLED}"`);
});
after(() => Promise.all([server?.stop(), host?.stop(), browser?.close()]));

// The icon that is nothing: a browser asks each origin for one otherwise, and this policy allows none.
const ours = (seen) => ({ ...seen, faults: seen.faults.filter((one) => !/data:|img-src/.test(one)) });

const keyed = (path, init) => fetch(server.url + path, { ...init, headers: { ...init.headers, Authorization: `Bearer ${OWN_KEY}` } });

for (const path of ["/", "/module", "/twice"]) {
  test(`it works under the policy, and breaks it nowhere: ${path}`, async () => {
    const { tab, seen, context } = await openTab(browser, host.url + path);
    await tab.getByRole("textbox", { name: "Ask a question" }).fill(KILLED);
    await tab.keyboard.press("Enter");
    await tab.locator("byline-answer .foot").waitFor();
    const answer = await ask({ call: keyed }, KILLED);
    assert.equal(await tab.locator(".claim").count(), answer.claims.length);
    await tab.locator(".claim .marker").first().click();
    await tab.locator("byline-article mark").first().waitFor();
    const link = tab.locator("[part=whole]");
    const at = new URL(await link.getAttribute("href"));
    assert.deepEqual([at.origin, at.pathname, await link.getAttribute("rel")], [server.url, "/", "noopener noreferrer"]);
    await tab.keyboard.press("Escape");
    await tab.getByRole("button", { name: /side by side/ }).first().click();
    await tab.locator("byline-comparison .pair").first().waitFor();
    await tab.keyboard.press("Escape");
    const [file] = await Promise.all([tab.waitForEvent("download"), tab.getByRole("button", { name: "Save as CSV" }).click()]);
    assert.match(file.suggestedFilename(), /\.csv$/);
    assert.deepEqual(ours(seen).faults, []);
    const strangers = seen.requests.filter((one) => !/^(data|blob):/.test(one) && ![host.url, server.url].includes(new URL(one).origin));
    assert.deepEqual(strangers, []);
    const kept = await tab.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    assert.deepEqual([kept, await context.cookies()], [[0, 0, ""], []]);
    await context.close();
  });
}

test("the page around it hears what is asked and answered, and may show passages itself", async () => {
  const { tab, seen, context } = await openTab(browser, host.url);
  const heard = await tab.evaluate(async (question) => {
    const heard = [];
    for (const name of ["byline-question", "byline-answer", "byline-open-article"]) {
      document.addEventListener(name, (event) => {
        heard.push([name, event.composed, event.detail]);
        if (name === "byline-open-article") event.preventDefault();
      });
    }
    const chat = document.querySelector("byline-chat");
    const answer = await chat.ask(question);
    await chat.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 300));
    chat.shadowRoot.querySelector("byline-answer").shadowRoot.querySelector(".claim .marker").click();
    return { heard, answer, opened: chat.shadowRoot.querySelector("dialog").open };
  }, KILLED);
  const { citation, article_id: articleId, start, end } = heard.answer.claims[0].reports[0];
  const [asked, answered, opened] = heard.heard;
  assert.deepEqual(asked, ["byline-question", true, { question: KILLED }]);
  assert.deepEqual(answered, ["byline-answer", true, { question: KILLED, answer: heard.answer }]);
  assert.deepEqual([opened[0], opened[1], opened[2].articleId, opened[2].start, opened[2].end], ["byline-open-article", true, articleId, start, end]);
  assert.deepEqual([heard.opened, citation], [false, 1]);
  assert.deepEqual(ours(seen).faults, []);
  await context.close();
});

test("it is asked by an attribute, and begun anew", async () => {
  const { tab, context } = await openTab(browser, `${host.url}/asked`);
  await tab.locator("byline-answer .foot").waitFor();
  await tab.evaluate(() => document.querySelector("byline-chat").reset());
  await tab.locator("byline-answer").waitFor({ state: "detached" });
  assert.equal(await tab.getByRole("textbox", { name: "Ask a question" }).inputValue(), "");
  await context.close();
});

test("without its key it says what is missing, and tells the page", async () => {
  const { tab, context } = await openTab(browser, `${host.url}/keyless`);
  const told = tab.evaluate(() => new Promise((resolve) => {
    document.addEventListener("byline-error", (event) => resolve([event.detail.error.status, event.detail.error.code]));
  }));
  await tab.getByRole("textbox", { name: "Ask a question" }).fill(KILLED);
  await tab.keyboard.press("Enter");
  assert.match(await tab.getByRole("alert").textContent(), /A key is needed/);
  assert.deepEqual(await told, [401, "missing_key"]);
  await context.close();
});

test("it takes the colours of the page, its theme, its direction and its narrowness", async () => {
  const { tab, context } = await openTab(browser, `${host.url}/asked`, { viewport: { width: 320, height: 700 } });
  await tab.locator("byline-answer .foot").waitFor();
  const look = () => tab.locator("byline-chat").evaluate((one) => [getComputedStyle(one).colorScheme, getComputedStyle(one).color]);
  await tab.evaluate(() => {
    const chat = document.querySelector("byline-chat");
    chat.setAttribute("theme", "dark");
    chat.style.setProperty("--byline-ink", "rgb(1, 2, 3)");
    document.documentElement.dir = "rtl";
  });
  assert.deepEqual(await look(), ["dark", "rgb(1, 2, 3)"]);
  await tab.evaluate(() => document.querySelector("byline-chat").style.removeProperty("--byline-ink"));
  assert.equal(await findOverflow(tab), 0);
  for (const theme of ["light", "dark"]) {
    await tab.evaluate((name) => document.querySelector("byline-chat").setAttribute("theme", name), theme);
    assert.deepEqual((await findBarriers(tab)).filter((one) => !one.startsWith("meta-viewport")), []);
  }
  await context.close();
});
