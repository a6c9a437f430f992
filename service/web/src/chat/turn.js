// A turn of the talk on the page: the question, and below it what came back.
import { html, nothing } from "lit";
import { explain } from "../faults.js";
import { renderHeading } from "../headings.js";

const PARTS = [
  "direct",
  "claims",
  "claim",
  "claim-text",
  "badge",
  "report",
  "chip",
  "marker",
  "stance",
  "hedge",
  "relation",
  "table",
  "copies",
  "comparison",
  "sources",
  "source",
  "missing",
  "lacking",
  "searched",
  "nearest",
  "abstention",
  "foot",
].join(", ");

/**
 * @param {import("./conversation.js").Turn} turn
 * @param {number} at
 * @param {import("./chat.js").BylineChat} host
 */
export function renderTurn(turn, at, host) {
  const level = host.heading ? 3 : 2;
  return html`<li class="turn" part="turn">
    <div class="question" part="question" id="question-${at}" tabindex="-1">${renderHeading(level, turn.question)}</div>
    <div role="group" aria-labelledby="question-${at}">${renderReply(turn, level, host)}</div>
  </li>`;
}

function renderReply(turn, level, host) {
  if (turn.state === "failed") return renderFault(turn, host);
  if (turn.state === "stopped")
    return html`<p class="state">Stopped before the answer was whole; nothing of it is shown.</p>`;
  const { answer, claims, retracted } = turn;
  const reading = claims.length
    ? "Each claim below is checked; more may come, and one may be taken back."
    : "Searching the articles …";
  return html`
    ${turn.state === "asking" ? html`<p class="state asking">${reading}</p>` : nothing}
    <byline-answer
      part="answer"
      exportparts=${PARTS}
      lang="en"
      .level=${level + 1}
      .answer=${answer}
      .claims=${claims}
      .retracted=${retracted}
    ></byline-answer>
  `;
}

function renderFault({ question, error }, host) {
  const { title, advice, again } = explain(error);
  return html`<div class="fault" part="error" role="alert">
    <p><strong>${title}.</strong> ${advice}</p>
    ${again ? html`<button class="button" type="button" @click=${() => host.ask(question)}>Ask again</button>` : nothing}
  </div>`;
}
