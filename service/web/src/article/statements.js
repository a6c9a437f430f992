// A statement beside the line it stands in: who says it, by whom, how, in which words.
import { html, nothing } from "lit";
import { sayFigure, sayStance, sayVoice } from "../answer/words.js";
import { cleanLine } from "../safe.js";

/**
 * The statements of an article by the line in which their sentence begins.
 * @param {{ lines: { start: number, end: number }[], statements: { sentence: { start: number } }[] }} article
 * @returns {Map<object, object[]>}
 */
export function groupStatements({ lines, statements }) {
  const sorted = [...statements].sort((one, other) => one.sentence.start - other.sentence.start);
  let at = 0;
  return new Map(
    lines.map((line) => {
      const from = at;
      while (at < sorted.length && sorted[at].sentence.start < line.end) at++;
      return [line, sorted.slice(from, at)];
    }),
  );
}

/**
 * @param {object} statement
 * @param {import("./offsets.js").CodePoints} text
 */
export function renderStatement(statement, text) {
  const { chain, stance, cue, hedges, form, when, content, continuation } = statement;
  const voice = sayVoice(statement);
  const who = voice ?? chain.map((link) => cleanLine(link.name)).join(" ← ");
  const notes = [
    cue && `cue “${cleanLine(cue.text)}”`,
    form,
    ...hedges.map((hedge) => `hedged “${cleanLine(hedge.text)}”`),
    ...(statement.figures ?? []).filter((one) => one.text).map((one) => `figure: ${cleanLine(sayFigure(one))}`),
    ...when.map((one) => `${one.date ? `on ${one.date}` : "time"} “${cleanLine(one.text)}”`),
    continuation && "perhaps the same source goes on",
  ].filter(Boolean);
  return html`<li>
    <bdi class="who ${voice ? "voice" : ""}">${who}</bdi>
    ${stance ? html`<strong class="stance">${sayStance(stance)}</strong>` : nothing}
    <span class="words" dir="auto">${cleanLine(text.slice(content.start, content.end))}</span>
    ${notes.length ? html`<span class="detail">${notes.join(" · ")}</span>` : nothing}
  </li>`;
}
