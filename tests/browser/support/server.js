// `byline serve` as readers have it, over the sample articles, with data of its own.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PYTHON = join(ROOT, ".venv", "bin", "python");

/** Serve the samples until `stop`; `settings` are variables of the environment, such as BYLINE_API_KEYS. */
export async function serveSamples(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), "byline-"));
  const data = join(folder, "data");
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("BYLINE_"));
  const env = { ...Object.fromEntries(others), BYLINE_MODELS: join(ROOT, ".cache", "models"), ...settings };
  const options = { cwd: ROOT, env };
  execFileSync(PYTHON, ["-m", "service", "index", "corpus", "--data", data], { ...options, stdio: "pipe" });
  const serve = ["-m", "service", "serve", "--data", data, "--port", "0", "--workers", "1"];
  const running = spawn(PYTHON, serve, { ...options, stdio: ["ignore", "ignore", "pipe"] });
  const url = await readAddress(running);
  return {
    url,
    call: (path, init) => fetch(url + path, init),
    stop: async () => {
      const ended = new Promise((resolve) => running.once("exit", resolve));
      running.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function readAddress(running) {
  return new Promise((resolve, reject) => {
    let log = "";
    running.stderr.setEncoding("utf8").on("data", (piece) => {
      log += piece;
      const found = /running on (http:\/\/\S+)/.exec(log);
      if (found) resolve(found[1]);
    });
    running.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${log}`)));
  });
}

/** Put an article by its id. */
export async function putArticle(server, id, article) {
  const headers = { "Content-Type": "application/json" };
  const reply = await server.call(`/v1/articles/${id}`, { method: "PUT", headers, body: JSON.stringify(article) });
  if (!reply.ok) throw new Error(await reply.text());
}

/** The answer to a question, as POST /v1/ask gives it. */
export async function ask(server, question) {
  const headers = { "Content-Type": "application/json" };
  const reply = await server.call("/v1/ask", { method: "POST", headers, body: JSON.stringify({ question }) });
  return reply.json();
}
