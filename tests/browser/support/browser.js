// Debian's Chromium without a screen, and tabs of it that note whatever a page should not do.

import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: QUIET });

/**
 * A new tab at an address. `seen` fills with what it did: requests, faults (errors and refusals of the policy), words
 * that its live regions announced.
 */
export async function openTab(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const seen = { requests: [], faults: [], announced: [] };
  await context.exposeFunction("tellFault", (fault) => seen.faults.push(fault));
  await context.exposeFunction("tellAnnounced", (words) => seen.announced.push(words));
  await context.addInitScript({ path: AXE });
  await context.addInitScript(watch);
  context.on("request", (request) => seen.requests.push(request.url()));
  const tab = await context.newPage();
  tab.setDefaultTimeout(20_000);
  tab.on("pageerror", (error) => seen.faults.push(`error: ${error.message}`));
  tab.on("console", (message) => message.type() === "error" && seen.faults.push(`console: ${message.text()}`));
  tab.on("dialog", (dialog) => {
    seen.faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await tab.goto(address);
  return { tab, seen, context };
}

// Runs in the page, before its own scripts.
function watch() {
  addEventListener("securitypolicyviolation", (event) => {
    tellFault(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
  });
  const hear = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const at = target instanceof Element ? target : target.parentElement;
      const region = at?.closest("[aria-live]");
      if (region?.textContent.trim()) tellAnnounced(region.textContent.trim());
    }
  });
  const heard = { childList: true, characterData: true, subtree: true };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    hear.observe(root, heard);
    return root;
  };
  hear.observe(document, heard);
}

/** What axe finds that is serious or critical, each as its rule and the elements it is of. */
export async function findBarriers(tab) {
  const { violations } = await tab.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map((one) => `${one.target} ${one.failureSummary}`).join(" | ")}`);
}

/** How many pixels the page is wider than its window. */
export const findOverflow = (tab) =>
  tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The text of the element that has the focus, through shadow roots. */
export const readFocus = (tab) =>
  tab.evaluate(() => {
    let found = document.activeElement;
    while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
    return { tag: found.localName, text: found.textContent.trim(), name: found.getAttribute("aria-label") };
  });
