import assert from "node:assert/strict";
import { test } from "node:test";
import { readEvents } from "../../../service/web/src/sse.js";

const STREAM =
  ': ping\n\nevent: claim\ndata: {"id":"c1","text":"“Ça” 😀"}\n\nevent: claim\r\ndata: {"a":\r\ndata: 1}\r\n\r\nevent: nothing\n\ndata:bare\r\r';
const EVENTS = [
  { event: "claim", data: '{"id":"c1","text":"“Ça” 😀"}' },
  { event: "claim", data: '{"a":\n1}' },
  { event: "message", data: "bare" },
];

async function readAll(chunks) {
  const found = [];
  for await (const one of readEvents(chunks)) found.push(one);
  return found;
}

async function* cut(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test("the events are the same however the bytes are cut, within characters and line ends too", async () => {
  const bytes = new TextEncoder().encode(`${STREAM}\n`);
  for (let size = 1; size <= bytes.length; size++)
    assert.deepEqual(await readAll(cut(bytes, size)), EVENTS, `in pieces of ${size}`);
});

test("a stream of the platform is read as well", async () => {
  assert.deepEqual(await readAll(new Blob(["event: answer\ndata: {}\n\n"]).stream()), [
    { event: "answer", data: "{}" },
  ]);
});

test("an event that was not ended is none", async () => {
  assert.deepEqual(await readAll(new Blob(["event: answer\ndata: {}\n"]).stream()), []);
});
