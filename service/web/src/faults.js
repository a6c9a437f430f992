// What can go wrong between here and a server, and what to do about it, in words.

/** A call that was not served; `code`, `param` and `message` are the server's own where it gave any. */
export class ServerFault extends Error {
  /** @param {{ message: string, code: string, status?: number, param?: string | null, retryAfter?: number | null }} told */
  constructor({ message, code, status = 0, param = null, retryAfter = null }) {
    super(message);
    this.name = "ServerFault";
    Object.assign(this, { code, status, param, retryAfter });
  }
}

/**
 * The fault that a refused call tells of.
 * @param {Response} response
 */
export async function readFault(response) {
  const { status } = response;
  const retryAfter = readWait(response.headers.get("Retry-After"));
  const told = await response.json().then(
    (body) => body?.error,
    () => null,
  );
  if (typeof told?.message !== "string") {
    const message = `The server answered with status ${status} and no error of Byline’s.`;
    return new ServerFault({ message, code: status === 404 ? "no_byline" : "bad_reply", status, retryAfter });
  }
  return new ServerFault({ message: told.message, code: String(told.code), param: told.param, status, retryAfter });
}

/**
 * The fault of a call that reached nobody; `message` is the browser's, which says little.
 * @param {string} server
 */
export function unreachable(server) {
  const offline = globalThis.navigator?.onLine === false;
  return new ServerFault({ message: server, code: offline ? "offline" : "unreachable" });
}

/** The fault of an answer that broke off before its last word. */
export const brokenOff = () => new ServerFault({ message: "The stream ended without an answer.", code: "broken_off" });

const ADVICE = {
  offline: ["You are offline", () => "Nothing was lost. Ask again once there is a connection."],
  unreachable: [
    "The server cannot be reached",
    (fault) =>
      `Nothing answered at ${fault.message}. It may be down, or it may not allow this page’s origin (BYLINE_CORS_ORIGINS).`,
  ],
  broken_off: [
    "The answer broke off",
    () => "The connection ended before the last word. What was shown until then is not an answer; ask again.",
  ],
  no_byline: [
    "There is no Byline here",
    () => "The address is wrong, or something stands before the server. Check the attribute “server”.",
  ],
  missing_key: [
    "A key is needed",
    () => "This server answers only with a key; whoever runs it can give you one.",
  ],
  wrong_key: [
    "The key was refused",
    () => "The key is wrong, or no longer valid; whoever runs the server can give you another.",
  ],
};

/**
 * A fault as a reader is told of it: what happened, and what to do.
 * @param {Error} error
 * @returns {{ title: string, advice: string, again: boolean }}
 */
export function explain(error) {
  if (!(error instanceof ServerFault))
    return { title: "Something went wrong on this page", advice: String(error.message), again: true };
  const [title, advise] = ADVICE[error.code] ?? byStatus(error);
  return { title, advice: advise(error), again: ![401, 403].includes(error.status) };
}

function byStatus({ status }) {
  if (status === 401) return ADVICE.missing_key;
  if (status === 403)
    return ["Not allowed", (fault) => `${sentence(fault.message)} Another key, or another origin, may be.`];
  if (status === 404) return ["Not found", (fault) => sentence(fault.message)];
  if (status === 429)
    return ["Too many questions", (fault) => `The server takes no more for now. ${sayWait(fault.retryAfter)}`];
  if (status === 503)
    return ["The server is not ready", (fault) => `${sentence(fault.message)} ${sayWait(fault.retryAfter)}`];
  if (status >= 500 || status === 0)
    return ["The server failed", (fault) => `${sentence(fault.message)} Ask again; if it stays, its log says why.`];
  if (status >= 400) return ["That was not taken", (fault) => sentence(fault.message)];
  return ["The server’s reply cannot be read", (fault) => sentence(fault.message)];
}

function sayWait(seconds) {
  if (seconds === null) return "Ask again in a while.";
  if (seconds < 90) return `Ask again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
  return `Ask again in ${Math.ceil(seconds / 60)} minutes.`;
}

// Retry-After is seconds or a date.
function readWait(header) {
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

function sentence(message) {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
