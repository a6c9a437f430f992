// The page: its views, the ways between them, what it keeps to itself, and adding an article.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openTab, readFocus } from "./support/browser.js";
import { serveSamples } from "./support/server.js";

const KEYS = { ask: "ask-key-0123456789", ingest: "ingest-key-0123456789" };
const [FIRST, SECOND] = ["000_ac1450379629caac", "001_5ee169950b61c847"];
const STORM = "Storm in Karsk\n\nThe storm killed 12 people in Karsk on Friday, the mayor told the Valley Courier.\n";

let server, keyed, browser;
before(async () => {
  const keys = Object.entries(KEYS).map(([scope, key]) => `${scope}:${key}`);
  [server, keyed, browser] = await Promise.all([serveSamples(), serveSamples({ BYLINE_API_KEYS: keys.join() }), launch()]);
});
after(() => Promise.all([server?.stop(), keyed?.stop(), browser?.close()]));

const words = (text) => text.replace(/\s+/g, " ").trim();
const get = async (path) => (await server.call(path)).json();

test("outlets and articles are listed, each with how its masthead is known and by which words", async () => {
  const { tab, seen, context } = await openTab(browser, `${server.url}/?view=articles`);
  await tab.locator(".articles > li").first().waitFor();
  const outlets = (await tab.locator(".outlets li").allTextContents()).map(words);
  assert.deepEqual(outlets, [
    "Emirates Voice 1 article stated on the page",
    "FRN 1 article the page names itself so",
    "alalam 1 article inferred from traces on the page",
    "No outlet known 2 articles never taken for one outlet",
  ]);
  const { data } = await get("/v1/articles");
  assert.deepEqual(await tab.locator(".articles h3").allTextContents(), data.map(({ title }) => title));
  const third = tab.locator(".articles > li").nth(2);
  await third.getByText("How this is known").click();
  await third.locator("dl").waitFor();
  const known = words(await third.locator("dl").textContent());
  const { masthead } = await get(`/v1/articles/${data[2].id}`);
  for (const { reason, text } of masthead.outlet.evidence) assert.ok(known.includes(`${reason}: ${text}`), reason);
  assert.deepEqual(seen.faults, []);
  await context.close();
});

test("an address with a passage opens the article at it, by code points", async () => {
  const text = "Storm in Karsk 🌪🌪\n\nThe storm 🌪 killed 12 people in Karsk on Friday, the mayor told the Valley Courier.\n";
  const headers = { "Content-Type": "application/json" };
  await server.call("/v1/articles/astral", { method: "PUT", headers, body: JSON.stringify({ text }) });
  const points = [...text];
  const start = points.indexOf("k", 25);
  const quote = points.slice(start, start + 16).join("");
  const { tab, seen, context } = await openTab(browser, `${server.url}/?article=astral&start=${start}&end=${start + 16}`);
  await tab.locator("mark").first().waitFor();
  assert.equal((await tab.locator("mark").allTextContents()).join(""), quote);
  assert.equal(quote, "killed 12 people");
  assert.ok(await tab.locator("mark").first().evaluate((one) => one.getBoundingClientRect().top < innerHeight));
  assert.deepEqual(seen.faults, []);
  await server.call("/v1/articles/astral", { method: "DELETE" });
  await context.close();
});

test("every line of an article has its label, and every statement who says it", async () => {
  const { tab, context } = await openTab(browser, `${server.url}/?article=${FIRST}`);
  await tab.locator("byline-article .line").first().waitFor();
  const article = await get(`/v1/articles/${FIRST}`);
  const lines = await tab.locator("byline-article .line").evaluateAll((all) => all.map((one) => one.classList[1]));
  assert.deepEqual(lines, article.lines.map(({ label }) => label));
  const shown = await tab.locator("byline-article .said .who").allTextContents();
  const chains = article.statements.map(({ chain }) => chain.map(({ name }) => name).join(" ← ") || "in its own voice");
  assert.deepEqual(shown.map(words), chains);
  assert.equal(await tab.title(), `${article.masthead.title.text} · Byline`);
  await context.close();
});

for (const [address, said] of [
  ["/?article=nothing-there", /no article has the id/i],
  [`/?article=${FIRST}&start=9000000&end=9000009`, /past the end/],
  [`/?compare=${FIRST}&with=nothing-there`, /no article has the id/i],
]) {
  test(`an address of something that is not there says so: ${address}`, async () => {
    const { tab, context } = await openTab(browser, server.url + address);
    assert.match(await tab.getByRole("alert").textContent(), said);
    await context.close();
  });
}

test("a passage that is none is left out, and the article shown", async () => {
  for (const place of ["start=5&end=5", "start=-1&end=3", "start=1e3&end=2000", "start=7"]) {
    const { tab, seen, context } = await openTab(browser, `${server.url}/?article=${FIRST}&${place}`);
    await tab.locator("byline-article .line").first().waitFor();
    assert.deepEqual([await tab.locator("mark").count(), seen.faults], [0, []]);
    await context.close();
  }
});

test("views change without a load, back and forward lead through them, and the focus follows", async () => {
  const { tab, seen, context } = await openTab(browser, server.url);
  await tab.getByRole("link", { name: "Articles", exact: true }).click();
  assert.deepEqual([await tab.title(), (await readFocus(tab)).text], ["Articles · Byline", "The articles"]);
  const link = tab.locator(".articles h3 a").nth(1);
  const title = words(await link.textContent());
  await link.click();
  await tab.locator("byline-article .line").first().waitFor();
  assert.equal(tab.url(), `${server.url}/?article=${SECOND}`);
  await tab.goBack();
  await link.waitFor();
  assert.equal((await readFocus(tab)).text, title);
  await tab.goBack();
  assert.equal((await readFocus(tab)).text, "Articles");
  assert.ok(await tab.getByRole("textbox", { name: "Ask a question" }).isVisible());
  await tab.goForward();
  await tab.goForward();
  await tab.getByRole("heading", { level: 1, name: title }).waitFor();
  const loads = seen.requests.filter((one) => new URL(one).pathname === "/");
  assert.deepEqual([loads.length, seen.faults], [1, []]);
  await context.close();
});

test("a link opened in another tab is left to the browser", async () => {
  const { tab, context } = await openTab(browser, server.url);
  const [other] = await Promise.all([
    context.waitForEvent("page"),
    tab.getByRole("link", { name: "Articles", exact: true }).click({ modifiers: ["Control"] }),
  ]);
  await other.waitForURL(`${server.url}/?view=articles`);
  assert.equal(tab.url(), `${server.url}/`);
  await context.close();
});

test("two articles are chosen and laid side by side", async () => {
  const { tab, seen, context } = await openTab(browser, `${server.url}/?compare=`);
  await tab.getByLabel("Article A").selectOption(FIRST);
  await tab.getByLabel("Article B").selectOption(SECOND);
  await tab.getByRole("button", { name: "Compare" }).click();
  await tab.locator("byline-comparison .pair").first().waitFor();
  assert.equal(tab.url(), `${server.url}/?compare=${FIRST}&with=${SECOND}`);
  const { paragraphs } = await get(`/v1/articles/${FIRST}/compare/${SECOND}`);
  assert.equal(await tab.locator("byline-comparison .pair").count(), paragraphs.length);
  assert.equal(await tab.getByLabel("Article B").inputValue(), SECOND);
  assert.deepEqual(seen.faults, []);
  await context.close();
});

const REFUSED = [
  ["Text", "", "content", "text is empty"],
  ["Address", "ftp://valley.example/storm", "url", "url is 'ftp://valley.example/storm'"],
  ["Published", "yesterday", "published", "published is 'yesterday'"],
  ["Title", "x".repeat(501), "title", "title has 501 characters"],
];
for (const [label, value, field, said] of REFUSED) {
  test(`what is wrong with an article is told beside the field: ${label}`, async () => {
    const { tab, context } = await openTab(browser, `${server.url}/?view=add`);
    await tab.getByLabel("Text", { exact: true }).fill(STORM);
    await tab.getByLabel(label, { exact: label === "Text" }).fill(value);
    await tab.getByRole("button", { name: "Add the article" }).click();
    const wrong = tab.locator(`#${field}`);
    await tab.locator("[aria-invalid=true]").waitFor();
    const described = await wrong.evaluate((one) => document.getElementById(`${one.id}-wrong`)?.textContent);
    assert.ok(described.startsWith(said), described);
    assert.deepEqual(
      await wrong.evaluate((one) => [one.getAttribute("aria-invalid"), one.getAttribute("aria-describedby"), document.activeElement === one]),
      ["true", `${field}-hint ${field}-wrong`, true],
    );
    await context.close();
  });
}

test("an added article is stored, and what was read from it is shown", async () => {
  const { tab, seen, context } = await openTab(browser, `${server.url}/?view=add`);
  await tab.getByLabel("Text", { exact: true }).fill(`Menu | Home | Sport\n\n${STORM}`);
  await tab.getByLabel("Outlet").fill("Valley Courier");
  await tab.getByLabel("Published").fill("2024-05-03");
  await tab.getByRole("button", { name: "Add the article" }).click();
  await tab.getByRole("heading", { name: "What was read" }).waitFor();
  const masthead = words(await tab.locator(".stored byline-masthead .outlet").textContent());
  assert.match(masthead, /^Valley Courier outlet given by whoever added the article/);
  const [{ id, published }] = (await get("/v1/articles")).data.filter(({ outlet }) => outlet.name === "Valley Courier");
  assert.equal(published, "2024-05-03");
  const { lines, passages, statements } = await get(`/v1/articles/${id}`);
  const labels = [...new Set(lines.map(({ label }) => label))].map((label) => {
    return `${lines.filter((line) => line.label === label).length} ${label}`;
  });
  const said = `It was added. Its lines are ${labels.join(", ")}; it holds ${passages.length} passages and ${statements.length} statements.`;
  assert.ok(words(await tab.locator(".stored").textContent()).includes(said), said);
  await tab.getByRole("link", { name: "Open it" }).click();
  assert.equal(tab.url(), `${server.url}/?article=${id}`);
  assert.deepEqual(seen.faults, []);
  await server.call(`/v1/articles/${id}`, { method: "DELETE" });
  await context.close();
});

test("back in a list or a comparison, the reader is where it was left", async () => {
  const { tab, context } = await openTab(browser, `${server.url}/?view=articles`, { viewport: { width: 400, height: 500 } });
  const leave = async (link, top, there) => {
    await link.waitFor();
    await tab.evaluate((at) => scrollTo(0, at), top);
    await link.click();
    await tab.locator(there).first().waitFor();
    await tab.goBack();
    await tab.waitForFunction((wanted) => scrollY === wanted, top);
  };
  await leave(tab.locator(".articles h3 a").nth(2), 900, "byline-article .line");
  await tab.goto(`${server.url}/?compare=${FIRST}&with=${SECOND}`);
  await tab.locator("byline-comparison .pair").first().waitFor();
  await leave(tab.locator(".pairlinks a").last(), 120, "byline-article .line");
  await context.close();
});

test("an article is added as HTML, and once", async () => {
  const { tab, context } = await openTab(browser, `${server.url}/?view=add`);
  await tab.getByRole("radio", { name: "HTML" }).check();
  const body = "The storm killed 12 people in Karsk on Friday, the mayor told the Valley Courier. ".repeat(3);
  await tab.getByLabel("HTML", { exact: true }).last().fill(`<html><body><article><h1>Storm in Karsk</h1><p>${body}</p></article></body></html>`);
  for (const status of ["It was added.", "It was there already; nothing changed."]) {
    await tab.getByRole("button", { name: "Add the article" }).click();
    await tab.getByText(status).waitFor();
  }
  await context.close();
});

test("where a key is needed the page asks for one, keeps it in memory, and forgets it with the page", async () => {
  const { tab, seen, context } = await openTab(browser, `${keyed.url}/?view=articles`);
  await tab.getByRole("alert").getByRole("button", { name: "Enter a key" }).click();
  await tab.getByLabel("Key of this server").fill("wrong-key-0123456789");
  await tab.keyboard.press("Enter");
  await tab.getByText("The key was refused").waitFor();
  await tab.getByLabel("Key of this server").fill(KEYS.ask);
  await tab.keyboard.press("Enter");
  await tab.locator(".articles > li").first().waitFor();
  const kept = await tab.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, location.href]);
  assert.deepEqual(kept, [0, 0, "", `${keyed.url}/?view=articles`]);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(seen.requests.filter((one) => one.includes(KEYS.ask)), []);
  await tab.getByRole("link", { name: "Add", exact: true }).click();
  await tab.getByLabel("Text", { exact: true }).fill(STORM);
  await tab.getByRole("button", { name: "Add the article" }).click();
  await tab.getByText("this call needs a key of the scope ingest", { exact: false }).waitFor();
  await tab.reload();
  await tab.getByRole("link", { name: "Articles", exact: true }).click();
  await tab.getByText("A key is needed").waitFor();
  await context.close();
});
