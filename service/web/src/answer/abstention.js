// An answer that is none: what is missing, on what that rests, and what came nearest.
import { html, nothing } from "lit";
import { cleanLine, cleanText } from "../safe.js";
import { renderChip, renderSection } from "./parts.js";

const KINDS = {
  no_article: "Nothing to search",
  no_such_name: "A name that is nowhere",
  source_not_on_topic: "Not by this source",
  not_stated: "Not stated",
  false_premise: "Taken for granted, and not found",
  undated_left_out: "Left out by the dates",
};

/**
 * @param {object} answer
 * @param {import("./answer.js").BylineAnswer} host
 */
export function renderAbstention(answer, host) {
  return html`<div class="abstention" part="abstention">
    <p class="direct" part="direct" dir="auto">${answer.direct.text}</p>
    <p class="lead">The articles do not say, so Byline does not either.</p>
    ${renderMissing({ ...answer, missing: [] })}
    <div class="columns">
      ${renderSection(host, "lacking", "What is missing", answer.missing.map(renderMissed))}
      ${renderSection(host, "searched", "What was searched", renderSearched(answer.searched))}
    </div>
    ${answer.nearest.length ? renderNearest(answer.nearest, host) : html`<p class="detail">No sentence came near it.</p>`}
  </div>`;
}

/** What a partial answer lacks, and how its question was read. */
export function renderMissing({ missing, understood, direct }) {
  const read = understood ? sayUnderstood(understood) : [];
  const lacking = missing.filter((one) => one.text !== direct.text);
  if (!read.length && !lacking.length) return nothing;
  return html`<ul class="aside" role="list">
    ${lacking.map((one) => html`<li part="missing"><strong>Missing.</strong> ${cleanLine(one.text)}</li>`)}
    ${read.map((text) => html`<li>${text}</li>`)}
  </ul>`;
}

function renderMissed({ kind, text }) {
  return html`<p class="missed" part="missing">
    <strong>${KINDS[kind] ?? kind.replaceAll("_", " ")}.</strong> <span dir="auto">${cleanLine(text)}</span>
  </p>`;
}

function renderSearched({ articles, outlets, unnamed, undated }) {
  const rows = [
    [articles, articles === 1 ? "article" : "articles"],
    [outlets, outlets === 1 ? "named outlet" : "named outlets"],
    [unnamed, unnamed === 1 ? "article whose outlet is not known" : "articles whose outlet is not known"],
    [undated, undated === 1 ? "article without a date" : "articles without a date"],
  ];
  return html`<ul class="tally" role="list">
    ${rows.map(([n, what]) => html`<li><span class="n">${n.toLocaleString("en")}</span> ${what}</li>`)}
  </ul>`;
}

function renderNearest(nearest, host) {
  const list = html`<ul class="nearest" role="list">
    ${nearest.map(
      (one) => html`<li>
        <blockquote dir="auto">${cleanText(one.quote)}</blockquote>
        <p>${renderChip(one.outlet)} ${renderOpen(one, host)}</p>
      </li>`,
    )}
  </ul>`;
  return renderSection(host, "nearest", "Near it, but no answer to it", list);
}

function renderOpen({ article_id: id, start, end }, host) {
  const open = () => host.openArticle(id, start, end);
  return html`<button class="link" type="button" @click=${open}>open in its article</button>`;
}

function sayUnderstood({ standalone, names, from, to, unread }) {
  const days = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(" ");
  return [
    standalone && `Taken as: ${cleanLine(standalone)}`,
    days && `Only articles published ${days} were searched.`,
    ...names
      .filter((one) => one.tried_as.length)
      .map((one) => `“${cleanLine(one.name)}” was taken as ${one.tried_as.join(" and as ")}.`),
    ...unread.map((one) => `“${cleanLine(one)}” may be two different days and was not read as a date.`),
  ].filter(Boolean);
}
