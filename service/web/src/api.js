// Calls to a Byline server; the only file that fetches.
import { ServerFault, brokenOff, readFault, unreachable } from "./faults.js";
import { readEvents } from "./sse.js";

/** A Byline server at an address; "" is the page's own origin. */
export class Server {
  #base;
  #key;

  /**
   * @param {string} base an address without a path, or ""
   * @param {string} key an ask key, or "" where none is needed
   */
  constructor(base = "", key = "") {
    this.#base = base.replace(/\/+$/, "");
    this.#key = key;
  }

  /** @param {string} id */
  article(id, signal) {
    return this.#get(`/v1/articles/${encodeURIComponent(id)}`, signal);
  }

  /**
   * @param {string} a
   * @param {string} b
   */
  compare(a, b, signal) {
    return this.#get(`/v1/articles/${encodeURIComponent(a)}/compare/${encodeURIComponent(b)}`, signal);
  }

  outlets(signal) {
    return this.#get("/v1/outlets", signal);
  }

  /** A page of articles; `cursor` is the one that the page before gave. */
  articles(cursor = null, limit = null, signal) {
    return this.#get(`/v1/articles${writeQuery({ cursor, limit })}`, signal);
  }

  /** Who is cited, most statements first. */
  sources(limit = null, signal) {
    return this.#get(`/v1/sources${writeQuery({ limit })}`, signal);
  }

  /** Where the server's own page shows an article, at a place of it. */
  pageOf(article, start = null, end = null) {
    return `${this.#base}/${writeQuery({ article, start, end })}`;
  }

  /** Where the server's own page shows two articles side by side. */
  pageOfBoth(compare, other) {
    return `${this.#base}/${writeQuery({ compare, with: other })}`;
  }

  /**
   * Store an article, as POST /v1/articles takes it.
   * @returns {Promise<{ id: string, status: "created" | "updated" | "unchanged" }>}
   */
  async add(article, signal) {
    const response = await this.#post("/v1/articles", article, signal);
    if (!response.ok) throw await readFault(response);
    return readJson(response);
  }

  /**
   * Ask, and be told of each claim as it is verified; the answer is what holds in the end.
   * @param {object} body a question as POST /v1/ask takes it
   * @param {{ claim?: (claim: object) => void, retraction?: (told: { id: string, why: string }) => void }} told
   * @param {AbortSignal} [signal]
   * @returns {Promise<object>} the whole answer; ServerFault where there is none
   */
  async ask(body, told = {}, signal) {
    let response = await this.#post("/v1/ask", { ...body, stream: true }, signal);
    if (!response.ok) {
      const fault = await readFault(response);
      if (fault.code !== "not_yet") throw fault;
      response = await this.#post("/v1/ask", body, signal); // an older server answers at once
      if (!response.ok) throw await readFault(response);
    }
    const streamed = response.headers.get("Content-Type")?.startsWith("text/event-stream");
    return streamed ? this.#follow(response, told, signal) : readJson(response);
  }

  async #follow(response, told, signal) {
    try {
      for await (const { event, data } of readEvents(response.body)) {
        if (event === "answer") return JSON.parse(data);
        if (event === "error") throw streamedFault(JSON.parse(data));
        if (event === "claim" || event === "retraction") told[event]?.(JSON.parse(data));
      }
    } catch (error) {
      if (error instanceof ServerFault || signal?.aborted) throw error;
      throw brokenOff();
    }
    throw brokenOff();
  }

  async #get(path, signal) {
    const response = await this.#fetch(path, { signal });
    if (!response.ok) throw await readFault(response);
    return readJson(response);
  }

  #post(path, body, signal) {
    const headers = { "Content-Type": "application/json" };
    return this.#fetch(path, { method: "POST", headers, body: JSON.stringify(body), signal });
  }

  async #fetch(path, { headers = {}, ...rest }) {
    const sent = this.#key ? { ...headers, Authorization: `Bearer ${this.#key}` } : headers;
    try {
      return await fetch(this.#base + path, {
        ...rest,
        headers: sent,
        credentials: "omit",
        referrerPolicy: "no-referrer",
      });
    } catch (error) {
      if (rest.signal?.aborted) throw error;
      throw unreachable(this.#base || globalThis.location?.origin || "this address");
    }
  }
}

function writeQuery(fields) {
  const given = Object.entries(fields).filter(([, value]) => value !== null);
  return given.length ? `?${new URLSearchParams(given)}` : "";
}

const streamedFault = ({ error }) =>
  new ServerFault({ ...error, status: 0, message: String(error?.message), code: String(error?.code) });

async function readJson(response) {
  try {
    return await response.json();
  } catch {
    throw new ServerFault({ message: "The server’s reply is not JSON.", code: "bad_reply", status: response.status });
  }
}
