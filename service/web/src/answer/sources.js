// The articles that an answer cites, and what stands at its foot: what was searched, who read, the answer as a file.
import { html, nothing } from "lit";
import { writeCsv } from "../export/csv.js";
import { download } from "../export/download.js";
import { writeMarkdown } from "../export/markdown.js";
import { cleanLine, safeUrl } from "../safe.js";
import { renderLink } from "../links.js";
import { renderChip, renderSection } from "./parts.js";
import { count, sayLevel, sayPublished, saySearched } from "./words.js";

/**
 * @param {object} answer
 * @param {import("./answer.js").BylineAnswer} host
 */
export function renderSources({ citations }, host) {
  if (!citations.length) return nothing;
  return renderSection(
    host,
    "sources",
    "Articles cited",
    html`<ol class="sources" role="list">
      ${citations.map((one) => renderSource(one, host))}
    </ol>`,
  );
}

function renderSource(one, host) {
  const url = safeUrl(one.url);
  const title = one.title ? cleanLine(one.title) : "Untitled";
  const outlet = { name: one.level === "unknown" ? null : one.outlet, label: one.outlet, level: one.level };
  return html`<li part="source">
    <span class="n">[${one.n}]</span>
    <div>
      <button class="link title" type="button" dir="auto" @click=${() => host.openArticle(one.article_id)}>${title}</button>
      <p>
        ${renderChip(outlet)}
        <span class="detail">outlet ${sayLevel(one.level)} · ${sayPublished(one.published)}</span>
        ${url ? renderLink(url, "at the source") : nothing}
      </p>
    </div>
  </li>`;
}

/** What was searched, which reader chose, and the answer as Markdown and CSV. */
export function renderFoot(answer) {
  const { reader, dropped, searched, claims } = answer;
  const read =
    reader.kind === "model"
      ? `Statements chosen by ${reader.model ?? "a model"}; names, quotes and figures read from the record.`
      : "";
  const stood = reader.degraded ? "The model did not answer; the quote reader stood in." : "";
  const unread = reader.unread ? `${count(reader.unread, "passage")} found did not fit what it reads at once.` : "";
  const out = dropped.claims + dropped.statements;
  const checks = out ? `Checks took out ${out} of the reader’s choices.` : "";
  const told = [answer.status === "abstained" ? "" : saySearched(searched), read, unread, stood, checks]
    .filter(Boolean)
    .join(" ");
  const name = `byline-${answer.id.slice(-8)}`;
  const saveMarkdown = () => download(`${name}.md`, "text/markdown", writeMarkdown(answer));
  const saveCsv = () => download(`${name}.csv`, "text/csv", writeCsv(answer));
  return html`<footer class="foot" part="foot">
    <p class="detail">${told}</p>
    <p class="exports">
      <button class="button" type="button" @click=${saveMarkdown}>Save as Markdown</button>
      ${claims.length ? html`<button class="button" type="button" @click=${saveCsv}>Save as CSV</button>` : nothing}
    </p>
  </footer>`;
}
