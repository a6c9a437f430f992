// For everyone: no barrier that axe finds grave, by keyboard alone, on a narrow screen, from right to left, without motion.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findBarriers, findOverflow, launch, openTab, readFocus } from "./support/browser.js";
import { serveSamples } from "./support/server.js";

const [FIRST, SECOND] = ["000_ac1450379629caac", "001_5ee169950b61c847"];
const VIEWS = {
  "the beginning": ["/", null],
  "an answer": ["/", "How many people did the US-led coalition kill?"],
  "an answer of many claims": ["/", "How do the reports on al-Sukhnah differ?"],
  "an abstention": ["/", "Which outlet reported that US troops retook al-Sukhnah?"],
  "the articles": ["/?view=articles", null],
  "an article": [`/?article=${FIRST}&start=3328&end=3565`, null],
  "a comparison": [`/?compare=${FIRST}&with=${SECOND}`, null],
  "the form": ["/?view=add", null],
};

let server, browser;
before(async () => ([server, browser] = await Promise.all([serveSamples(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

async function openView(name, options) {
  const [address, question] = VIEWS[name];
  const opened = await openTab(browser, server.url + address, options);
  await opened.tab.waitForLoadState("networkidle");
  if (question) {
    await opened.tab.getByRole("textbox", { name: "Ask a question" }).fill(question);
    await opened.tab.keyboard.press("Enter");
    await opened.tab.locator("byline-answer .foot").waitFor();
  }
  return opened;
}

for (const name of Object.keys(VIEWS)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing grave: ${name}, ${colorScheme}`, async () => {
      const { tab, seen, context } = await openView(name, { colorScheme });
      assert.deepEqual([await findBarriers(tab), seen.faults], [[], []]);
      await context.close();
    });
  }

  test(`a screen of 320 pixels holds ${name}, from the left and from the right`, async () => {
    const { tab, context } = await openView(name, { viewport: { width: 320, height: 700 } });
    assert.equal(await findOverflow(tab), 0);
    await tab.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    assert.equal(await findOverflow(tab), 0);
    assert.deepEqual(await findBarriers(tab), []);
    await context.close();
  });

  test(`the headings of ${name} are in order, below one first`, async () => {
    const { tab, context } = await openView(name);
    const levels = (await tab.locator("h1, h2, h3, h4, h5, h6").evaluateAll(readLevels)).filter(Boolean);
    assert.equal(levels.filter((level) => level === 1).length, 1);
    const skipped = levels.filter((level, n) => level > (levels[n - 1] ?? 0) + 1);
    assert.deepEqual(skipped, [], `levels are ${levels}`);
    await context.close();
  });
}

// Runs in the page: the levels of the headings that are shown.
function readLevels(headings) {
  return headings.map((one) => (one.checkVisibility() ? Number(one.localName[1]) : null));
}

test("what stands at the start of a line stands there from right to left too", async () => {
  const { tab, context } = await openView("the beginning");
  const middle = async (selector) => {
    const { x, width } = await tab.locator(selector).boundingBox();
    return x + width / 2;
  };
  const [mark, key] = [await middle("header .mark"), await middle("#key-button")];
  assert.ok(mark < key);
  await tab.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
  const [markRight, keyLeft] = [await middle("header .mark"), await middle("#key-button")];
  assert.deepEqual([Math.round(markRight + mark), Math.round(keyLeft + key)], [1280, 1280]);
  await context.close();
});

test("what is written from the left stays so in a page that runs from the right", async () => {
  const { tab, context } = await openView("the articles");
  await tab.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
  // Where each part of the words stands, from left to right, as the reader sees them.
  const order = (selector, parts) =>
    tab.locator(selector).first().evaluate((one, wanted) => {
      const text = [...one.childNodes].find((node) => node.nodeType === 3 && node.data.trim());
      const places = wanted.map((part) => {
        const range = document.createRange();
        range.setStart(text, text.data.indexOf(part));
        range.setEnd(text, text.data.indexOf(part) + part.length);
        return range.getBoundingClientRect().left;
      });
      return wanted.toSorted((a, b) => places[wanted.indexOf(a)] - places[wanted.indexOf(b)]);
    }, parts);
  assert.deepEqual(await order(".facts .id", ["ac145", "000"]), ["000", "ac145"]);
  assert.deepEqual(await order(".outlets .quiet", ["article", "1"]), ["1", "article"]);
  assert.deepEqual(await order("footer p", [".", "Every"]), ["Every", "."]);
  await context.close();
});

test("by keyboard alone: past the head, ask, open a passage, come back, on to the article", async () => {
  const { tab, seen, context } = await openTab(browser, server.url);
  await tab.locator("byline-chat .suggestions button").first().waitFor();
  await tab.keyboard.press("Tab");
  assert.equal((await readFocus(tab)).text, "Skip to the content");
  await tab.keyboard.press("Enter");
  const tabTo = async (wanted) => {
    for (let n = 0; n < 60; n++) {
      await tab.keyboard.press("Tab");
      const focus = await readFocus(tab);
      if (wanted(focus)) return focus;
    }
    throw new Error("the focus never came there");
  };
  await tabTo(({ tag }) => tag === "textarea");
  await tab.keyboard.type("How many people did the US-led coalition kill?");
  await tab.keyboard.press("Enter");
  await tab.locator("byline-answer .foot").waitFor();
  await tab.evaluate(() => document.querySelector("main").focus());
  const { text } = await tabTo((focus) => focus.tag === "button" && /^\[\d+\]$/.test(focus.text));
  await tab.keyboard.press("Enter");
  await tab.locator("byline-article mark").first().waitFor();
  await tab.keyboard.press("Escape");
  assert.equal((await readFocus(tab)).text, text);
  await tab.keyboard.press("Enter");
  await tab.locator("byline-article mark").first().waitFor();
  await tabTo(({ tag, text: at }) => tag === "a" && /page/.test(at));
  await tab.keyboard.press("Enter");
  await tab.locator("byline-page-article mark").first().waitFor();
  assert.deepEqual(seen.faults, []);
  await context.close();
});

test("whatever has the focus shows it", async () => {
  for (const name of ["an answer", "the articles", "the form"]) {
    const { tab, context } = await openView(name);
    await tab.evaluate(() => document.querySelector("main").focus());
    for (let n = 0; n < 12; n++) {
      await tab.keyboard.press("Tab");
      const outlined = await tab.evaluate(() => {
        let found = document.activeElement;
        while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
        if (found === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(found);
        return outlineStyle !== "none" && outlineWidth !== "0px" ? null : found.outerHTML.slice(0, 200);
      });
      assert.equal(outlined, null);
    }
    await context.close();
  }
});

test("nothing moves for those who want no motion", async () => {
  const { tab, context } = await openView("an answer", { reducedMotion: "reduce" });
  const moving = await tab.evaluate(() => document.getAnimations().length);
  const styles = await tab.locator("byline-page *").evaluateAll((all) =>
    all
      .map((one) => [one.localName, getComputedStyle(one)])
      .filter(([, { transitionDuration: time, animationName: name }]) => parseFloat(time) > 0 || !["none", ""].includes(name))
      .map(([name]) => name),
  );
  assert.deepEqual([moving, styles], [0, []]);
  await context.close();
});
