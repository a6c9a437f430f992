// Reads server-sent events out of a byte stream, however it is cut up; knows nothing of what they mean.

/**
 * The events of a stream, in order, each as `{ event, data }`; comments and empty events are left out.
 * @param {AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>} chunks
 * @returns {AsyncGenerator<{ event: string, data: string }>}
 */
export async function* readEvents(chunks) {
  const lines = newLineReader();
  let event = "";
  let data = [];
  for await (const text of decode(chunks)) {
    for (const line of lines(text)) {
      if (line === "") {
        if (data.length) yield { event: event || "message", data: data.join("\n") };
        [event, data] = ["", []];
        continue;
      }
      const [field, value] = splitField(line);
      if (field === "event") event = value;
      if (field === "data") data.push(value);
    }
  }
}

async function* decode(chunks) {
  const decoder = new TextDecoder();
  const source = Symbol.asyncIterator in chunks ? chunks : readStream(chunks);
  for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
}

// Not every browser lets a ReadableStream be iterated.
async function* readStream(stream) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

// A line ends with CR LF, LF or CR; a CR at the end of a chunk may be half of the first, so it waits for what follows.
function newLineReader() {
  let held = "";
  return (text) => {
    held += text;
    const whole = held.endsWith("\r") ? held.slice(0, -1) : held;
    const lines = whole.split(/\r\n|\n|\r/);
    held = lines.pop() + held.slice(whole.length);
    return lines;
  };
}

function splitField(line) {
  const at = line.indexOf(":");
  if (at < 0) return [line, ""];
  const value = line.slice(at + 1);
  return [line.slice(0, at), value.startsWith(" ") ? value.slice(1) : value];
}
