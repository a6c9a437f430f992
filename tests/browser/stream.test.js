// An answer as it comes in, from a scripted server that sends a real answer piece by piece, when it is told to.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openTab } from "./support/browser.js";
import { servePages } from "./support/host.js";
import { ask, serveSamples } from "./support/server.js";

const KILLED = "How many people did the US-led coalition kill?";

let server, scripted, browser, answer;
let stream = null;
before(async () => {
  [server, browser] = await Promise.all([serveSamples(), launch()]);
  answer = await ask(server, KILLED);
  const script = await (await server.call("/widget.js")).text();
  scripted = await servePages({
    "/": { body: `<!doctype html><html lang="en"><link rel="icon" href="data:,"><script src="/widget.js"></script><byline-chat></byline-chat></html>` },
    "/widget.js": { headers: { "Content-Type": "text/javascript" }, body: script },
    "/v1/ask": (request, response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders();
      stream = {
        send: (event, data) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
        ping: () => response.write(": still here\n\n"),
        end: () => response.end(),
        left: new Promise((resolve) => request.once("close", resolve)),
      };
    },
  });
});
after(() => Promise.all([server?.stop(), scripted?.stop(), browser?.close()]));

async function askScripted() {
  const opened = await openTab(browser, scripted.url);
  const asked = opened.tab.waitForResponse(/\/v1\/ask$/);
  await opened.tab.getByRole("textbox", { name: "Ask a question" }).fill(KILLED);
  await opened.tab.keyboard.press("Enter");
  await asked;
  return opened;
}

test("our server streams the answer to our page", async () => {
  const { tab, seen, context } = await openTab(browser, server.url);
  const asked = tab.waitForResponse(/\/v1\/ask$/);
  await tab.getByRole("textbox", { name: "Ask a question" }).fill(KILLED);
  await tab.keyboard.press("Enter");
  const reply = await asked;
  assert.match(reply.headers()["content-type"], /^text\/event-stream/);
  await tab.locator("byline-answer .foot").waitFor();
  assert.deepEqual([await tab.locator(".claim").count(), seen.faults], [answer.claims.length, []]);
  await context.close();
});

test("claims are shown as they come, one taken back is struck, and the answer has the last word", async () => {
  const { tab, seen, context } = await askScripted();
  const [first, second, ...others] = answer.claims;
  stream.ping();
  stream.send("claim", first);
  stream.send("claim", second);
  await tab.locator(".claim").nth(1).waitFor();
  assert.deepEqual([await tab.locator(".direct").count(), seen.announced], [0, []]);
  stream.send("retraction", { id: second.id, why: "its words do not stand there" });
  await tab.locator(".claim del").waitFor();
  assert.match(await tab.locator(".claim").nth(1).textContent(), /Withdrawn: its words do not stand there/);
  stream.send("answer", { ...answer, claims: [first, ...others], relations: [] });
  await tab.locator("byline-answer .foot").waitFor();
  assert.deepEqual([await tab.locator(".claim").count(), await tab.locator("del").count()], [1 + others.length, 0]);
  assert.equal(seen.announced.length, 1);
  assert.deepEqual(seen.faults.filter((one) => !/data:/.test(one)), []);
  await context.close();
});

test("a stream that breaks off before its answer has failed, and leaves nothing that looks like one", async () => {
  for (const breakOff of [() => stream.end(), () => stream.send("error", { error: { message: "the model is gone", code: "model_failed" } })]) {
    const { tab, context } = await askScripted();
    stream.send("claim", answer.claims[0]);
    await tab.locator(".claim").waitFor();
    breakOff();
    await tab.getByRole("alert").waitFor();
    assert.deepEqual([await tab.locator(".claim").count(), await tab.getByRole("button", { name: "Ask again" }).count()], [0, 1]);
    await context.close();
  }
});

test("an answer that is no longer wanted is stopped, and the server told so", async () => {
  const { tab, context } = await askScripted();
  stream.send("claim", answer.claims[0]);
  await tab.locator(".claim").waitFor();
  await tab.getByRole("button", { name: "Stop" }).click();
  await stream.left;
  await tab.getByText("Stopped before the answer was whole").waitFor();
  assert.equal(await tab.locator(".claim").count(), 0);
  await context.close();
});
