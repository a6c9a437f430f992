// The clients for Node, as their users call them, against the server at BYLINE_URL.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, streamText } from "ai";
import OpenAI from "openai";

const baseURL = `${process.env.BYLINE_URL}/v1`;
const question = "How many people did the US-led coalition kill?";
const asked = { model: "byline", messages: [{ role: "user", content: question }] };
const openai = new OpenAI({ baseURL, apiKey: "none", maxRetries: 0 });
const sdk = createOpenAI({ baseURL, apiKey: "none" });

// What the AI SDK shows of its sources, and what it should.
const shown = (sources) => sources.map(({ sourceType, url, title }) => ({ sourceType, url, title }));
const wanted = () => flat.map(({ url, title }) => ({ sourceType: "url", url, title }));

let text;
let annotations;
let flat;

before(async () => {
  const reply = await fetch(`${baseURL}/chat/completions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(asked),
  });
  ({ content: text, annotations } = (await reply.json()).choices[0].message);
  flat = annotations.map((one) => ({ type: one.type, ...one.url_citation }));
  assert.equal(flat.length, 3);
});

test("openai shows text, annotations and the sources beside them", async () => {
  const reply = await openai.chat.completions.create(asked);
  assert.equal(reply.choices[0].message.content, text);
  assert.deepEqual(reply.choices[0].message.annotations, annotations);
  assert.deepEqual(reply.citations, flat.map((one) => one.url));
});

test("the stream helper of openai puts it together again", async () => {
  const stream = openai.chat.completions.stream(asked);
  let said = "";
  stream.on("content", (delta) => (said += delta));
  const { message, finish_reason } = (await stream.finalChatCompletion()).choices[0];
  assert.equal(said, text);
  assert.equal(message.content, text);
  assert.deepEqual(message.annotations, annotations);
  assert.equal(finish_reason, "stop");
});

test("openai reads responses, plain and streamed", async () => {
  const plain = await openai.responses.create({ model: "byline", input: question });
  const stream = openai.responses.stream({ model: "byline", input: question });
  const numbers = [];
  for await (const event of stream) numbers.push(event.sequence_number);
  for (const reply of [plain, await stream.finalResponse()]) {
    assert.equal(reply.output_text, text);
    assert.deepEqual(reply.output[0].content[0].annotations, flat);
  }
  assert.deepEqual(numbers, [...numbers.keys()]);
});

test("openai tells a refusal by its class", async () => {
  const call = openai.responses.create({ model: "byline", input: question, previous_response_id: "resp_1" });
  await assert.rejects(call, (error) => error instanceof OpenAI.BadRequestError && error.param === "previous_response_id");
});

for (const [name, model] of [["chat", sdk.chat("byline")], ["responses", sdk.responses("byline")]]) {
  test(`the AI SDK shows text and sources, by ${name}`, async () => {
    const reply = await generateText({ model, prompt: question, maxRetries: 0 });
    assert.equal(reply.text, text);
    assert.deepEqual(shown(reply.sources), wanted());
    assert.equal(reply.finishReason, "stop");
  });

  test(`the AI SDK streams the same, by ${name}`, async () => {
    const reply = streamText({ model, prompt: question, maxRetries: 0 });
    let said = "";
    const streamed = [];
    for await (const part of reply.fullStream) {
      assert.notEqual(part.type, "error", JSON.stringify(part));
      if (part.type === "text-delta") said += part.text;
      if (part.type === "source") streamed.push(part);
    }
    assert.equal(said, text);
    assert.deepEqual(shown(streamed), wanted());
    assert.equal(await reply.finishReason, "stop");
  });
}

test("the AI SDK for compatible servers shows the text, whose links it leaves to Markdown", async () => {
  const model = createOpenAICompatible({ name: "byline", baseURL }).chatModel("byline");
  const plain = await generateText({ model, prompt: question, maxRetries: 0 });
  const streamed = streamText({ model, prompt: question, maxRetries: 0 });
  assert.equal(plain.text, text);
  assert.equal(await streamed.text, text);
  assert.deepEqual(plain.sources, []);
});
