// What a reader sees of an answer: each claim with its words, its article, its relations; and of one that is none.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, openTab, readFocus } from "./support/browser.js";
import { ask, serveSamples } from "./support/server.js";

const KILLED = "How many people did the US-led coalition kill?";
const UNTRUE = "Which outlet reported that US troops retook al-Sukhnah?";

let server, browser;
before(async () => ([server, browser] = await Promise.all([serveSamples(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

async function openAnswer(question) {
  const opened = await openTab(browser, server.url);
  await opened.tab.getByRole("textbox", { name: "Ask a question" }).fill(question);
  await opened.tab.keyboard.press("Enter");
  await opened.tab.locator("byline-answer .foot").waitFor();
  return opened;
}

const words = (text) => text.replace(/\s+/g, " ").trim();

test("each claim is shown with its badge, its outlets, its chain and the words of its article", async () => {
  const { tab, seen, context } = await openAnswer(KILLED);
  const answer = await ask(server, KILLED);
  assert.equal(words(await tab.locator(".direct").textContent()), answer.direct.text);
  const cards = tab.locator(".claim");
  assert.equal(await cards.count(), answer.claims.length);
  for (const [n, claim] of answer.claims.entries()) {
    const card = cards.nth(n);
    assert.equal(words(await card.locator(".text").textContent()), words(claim.text));
    assert.equal(await card.locator(".report").count(), claim.reports.length);
    for (const report of claim.reports) {
      const quotes = (await card.locator("blockquote").allTextContents()).map(words);
      assert.ok(quotes.includes(words(report.quote)) || report.copy, `${report.id} has its quote`);
    }
  }
  const first = words(await cards.first().textContent());
  for (const said of ["one origin", "← citing US-led coalition says", "is disputed by", "has contradicted this claim"]) {
    assert.ok(first.includes(said), `the first claim says ${said}`);
  }
  assert.deepEqual(seen.faults, []);
  await context.close();
});

test("[n] opens the article with the quote marked, letter for letter, and gives the focus back", async () => {
  const { tab, seen, context } = await openAnswer(KILLED);
  const answer = await ask(server, KILLED);
  const [report] = answer.claims[0].reports;
  const marker = tab.locator(".claim").first().locator(".report .marker").first();
  assert.equal(words(await marker.textContent()), `[${report.citation}]`);
  await marker.press("Enter");
  await tab.locator("byline-article mark").first().waitFor();
  const marked = (await tab.locator("byline-article mark").allTextContents()).join("");
  assert.equal(marked, report.quote);
  const { lines } = await (await server.call(`/v1/articles/${report.article_id}`)).json();
  const furniture = lines.filter(({ label }) => label === "furniture").length;
  assert.equal(await tab.locator("byline-article .furniture").count(), furniture);
  await tab.keyboard.press("Escape");
  assert.equal((await readFocus(tab)).text, `[${report.citation}]`);
  assert.deepEqual(seen.faults, []);
  await context.close();
});

test("the dialog's way to the whole article is a view of the page, and back leads to the [n]", async () => {
  const { tab, seen, context } = await openAnswer(KILLED);
  const report = (await ask(server, KILLED)).claims[0].reports[0];
  await tab.locator(".claim").first().locator(".report .marker").first().click();
  await tab.locator("byline-chat dialog byline-article mark").first().waitFor();
  const documents = seen.requests.length;
  await tab.locator("[part=whole]").click();
  await tab.locator("byline-page-article byline-article mark").first().waitFor();
  const at = `/?article=${report.article_id}&start=${report.start}&end=${report.end}`;
  assert.equal(tab.url(), server.url + at);
  assert.deepEqual(seen.requests.slice(documents).filter((one) => one.includes("/?")), []);
  await tab.goBack();
  await tab.locator(".claim").first().waitFor();
  assert.equal((await readFocus(tab)).text, `[${report.citation}]`);
  await context.close();
});

test("the table has speakers as rows, and in the cells the articles that carry them, from the reports alone", async () => {
  const { tab, context } = await openAnswer(KILLED);
  const { claims } = await ask(server, KILLED);
  const rows = await tab.locator("byline-answer table tbody tr").allTextContents();
  const speakers = new Set(claims.flatMap(({ reports }) => reports.map(({ chain }) => chain.at(-1).name)));
  assert.deepEqual(new Set(rows.map((row) => words(row).split(/ (?:says|–)/)[0])), speakers);
  const columns = await tab.locator("byline-answer table thead th").count();
  assert.equal(columns, claims.length + 1);
  await context.close();
});

test("the answer is saved as Markdown and as CSV, with outlet, chain, quote and offsets", async () => {
  const { tab, context } = await openAnswer(KILLED);
  const answer = await ask(server, KILLED);
  const save = async (name) => {
    const [file] = await Promise.all([tab.waitForEvent("download"), tab.getByRole("button", { name }).click()]);
    return readFileSync(await file.path(), "utf8");
  };
  const csv = await save("Save as CSV");
  const reports = answer.claims.flatMap((claim) => claim.reports);
  for (const { outlet, quote, start, end, article_id: id } of reports) {
    assert.ok(csv.includes(`${id},${start},${end},`), `${id} has its offsets`);
    assert.ok(csv.includes(outlet.label) && csv.includes(quote.replaceAll('"', '""')), `${id} has its outlet and words`);
  }
  const markdown = await save("Save as Markdown");
  for (const { start, end } of reports) assert.ok(markdown.includes(`characters ${start} to ${end}`));
  await context.close();
});

test("two carriers of one text are laid side by side", async () => {
  const { tab, seen, context } = await openAnswer(KILLED);
  await tab.getByRole("button", { name: /side by side/ }).first().click();
  const { copies, citations } = await ask(server, KILLED);
  const [a, b] = copies[0].citations.map((n) => citations.find((one) => one.n === n).article_id);
  const compared = await (await server.call(`/v1/articles/${a}/compare/${b}`)).json();
  await tab.locator("byline-comparison .pair").first().waitFor();
  assert.equal(await tab.locator("byline-comparison .pair").count(), compared.paragraphs.length);
  assert.equal(await tab.locator("byline-comparison .change").count(), compared.changes.length);
  assert.deepEqual(seen.faults, []);
  await context.close();
});

test("an abstention says what is missing, what was searched and what came near", async () => {
  const { tab, seen, context } = await openAnswer(UNTRUE);
  const answer = await ask(server, UNTRUE);
  const shown = words(await tab.locator("byline-answer .abstention").textContent());
  for (const said of [answer.direct.text, answer.missing[0].text, ...answer.nearest.map((one) => one.quote)]) {
    assert.ok(shown.includes(words(said)), `it says: ${said}`);
  }
  assert.deepEqual([await tab.locator(".claim").count(), seen.faults], [0, []]);
  await context.close();
});

test("the finished answer is announced once", async () => {
  for (const [question, said] of [[KILLED, /^Answer: /], [UNTRUE, /^No answer was found\. /]]) {
    const { seen, context } = await openAnswer(question);
    const heard = seen.announced.filter((one) => said.test(one));
    assert.deepEqual(seen.announced, heard.slice(0, 1));
    await context.close();
  }
});
