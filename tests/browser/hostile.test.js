// An article that means harm is only ever words: nothing of it runs, loads, links or turns the page round.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openTab } from "./support/browser.js";
import { ask, putArticle, serveSamples } from "./support/server.js";

const EVIL = [
  `<script>window.ran = "script"</script>`,
  `<img src=x onerror="window.ran = 'onerror'">`,
  `<svg onload="window.ran = 'onload'"><a href="javascript:window.ran='svg'">press</a></svg>`,
  `[press](javascript:window.ran='markdown')`,
  `![shown](https://evil.example/pixel.png)`,
  `<https://evil.example/auto>`,
  "${window.ran='template'} {{constructor.constructor('window.ran=1')()}} <%= ran %>",
  `<iframe srcdoc="<script>parent.ran='frame'</script>"></iframe>`,
  "\u202Edlrow eht fo dne\u202C \u2066isolated\u2069",
  `</style></textarea></title><base href="https://evil.example/">`,
];
const NAME = `Valley <b onmouseover="window.ran='outlet'">Courier</b>`;
const TITLE = `Storm <script>window.ran="title"</script> ![x](https://evil.example/t.png) in Karsk`;
const TEXT = `Storm in Karsk\n\n${EVIL.map((evil, n) => `The mayor told reporters that ${n + 30} houses in Karsk fell in the storm and said ${evil} on Friday.`).join("\n\n")}\n`;
const QUESTION = "How many houses in Karsk fell in the storm?";

let server, browser;
before(async () => {
  [server, browser] = await Promise.all([serveSamples(), launch()]);
  await putArticle(server, "evil", { text: TEXT, title: TITLE, outlet: NAME, url: "https://evil.example/storm?javascript:alert(1)" });
  await putArticle(server, "evil-copy", { text: TEXT.replace("reporters", "everyone"), title: TITLE });
});
after(() => Promise.all([server?.stop(), browser?.close()]));

async function assertHarmless({ tab, seen, context }) {
  const found = await tab.evaluate(() => {
    const roots = [document];
    for (const root of roots) {
      for (const one of root.querySelectorAll("*")) if (one.shadowRoot) roots.push(one.shadowRoot);
    }
    const all = roots.flatMap((root) => [...root.querySelectorAll("*")]);
    const attributes = all.flatMap((one) => [...one.attributes].map(({ name, value }) => [name, value]));
    return {
      ran: window.ran ?? null,
      made: all.filter((one) => ["img", "iframe", "svg", "base", "b"].includes(one.localName)).map((one) => one.outerHTML),
      scripts: all.filter((one) => one.localName === "script").map((one) => one.getAttribute("src")),
      acts: attributes.filter(([name, value]) => name.startsWith("on") || /^\s*javascript:/i.test(value)),
      turned: all.filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && /[\u202A-\u202E\u2066-\u2069]/.test(node.data))).length,
      kept: [localStorage.length, sessionStorage.length, document.cookie],
    };
  });
  assert.deepEqual(found, { ran: null, made: [], scripts: ["/page.js"], acts: [], turned: 0, kept: [0, 0, ""] });
  assert.deepEqual(seen.requests.filter((one) => !one.startsWith(`${server.url}/`) && !one.startsWith("blob:")), []);
  assert.deepEqual([seen.faults, await context.cookies()], [[], []]);
}

test("asked for, its words are shown as they stand", async () => {
  const opened = await openTab(browser, server.url);
  const { tab, context } = opened;
  const answer = await ask(server, QUESTION);
  assert.notEqual(answer.claims.length, 0);
  await tab.getByRole("textbox", { name: "Ask a question" }).fill(QUESTION);
  await tab.keyboard.press("Enter");
  await tab.locator("byline-answer .foot").waitFor();
  const shown = (await tab.locator("byline-answer").textContent()) + (await tab.locator("byline-answer blockquote").allTextContents()).join();
  const quotes = answer.claims.flatMap(({ reports }) => reports.map(({ quote }) => quote));
  const plain = (text) => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "\uFFFD");
  for (const quote of quotes) assert.ok(shown.includes(plain(quote)), quote);
  await assertHarmless(opened);
  await tab.locator(".claim .marker").first().click();
  await tab.locator("byline-article mark").first().waitFor();
  await tab.locator("byline-article summary").click();
  await assertHarmless(opened);
  await context.close();
});

for (const address of ["/?view=articles", "/?article=evil", "/?compare=evil&with=evil-copy"]) {
  test(`nothing of it does anything at ${address}`, async () => {
    const opened = await openTab(browser, server.url + address);
    const { tab, context } = opened;
    await tab.locator(".articles > li, byline-article .line, byline-comparison .pair").first().waitFor();
    for (const summary of await tab.locator("summary").all()) await summary.click();
    await tab.waitForLoadState("networkidle");
    await assertHarmless(opened);
    await context.close();
  });
}

test("its address is a link that tells nobody where it was followed from", async () => {
  const { tab, context } = await openTab(browser, `${server.url}/?article=evil`);
  await tab.locator("byline-article .line").first().waitFor();
  const links = await tab.locator("a").evaluateAll((all) =>
    all.filter((one) => one.origin !== location.origin).map((one) => [one.href, one.rel, one.target]),
  );
  assert.deepEqual(links, [["https://evil.example/storm?javascript:alert(1)", "noopener noreferrer", "_blank"]]);
  await context.close();
});

test("an address of the page is only words too", async () => {
  for (const value of [`<img src=x onerror=window.ran=1>`, `javascript:window.ran=1`, `"><script>window.ran=1</script>`]) {
    for (const name of ["article", "compare", "view"]) {
      const { tab, seen, context } = await openTab(browser, `${server.url}/?${name}=${encodeURIComponent(value)}&with=${encodeURIComponent(value)}`);
      await tab.waitForLoadState("networkidle");
      assert.equal(await tab.evaluate(() => window.ran ?? null), null);
      assert.deepEqual(seen.faults.filter((one) => !/status of 4/.test(one)), []);
      await context.close();
    }
  }
});
