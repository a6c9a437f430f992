// The table of who says what: speakers as rows, claims as columns, carrying articles in the cells.
import { html, nothing } from "lit";
import { CodePoints } from "../article/offsets.js";
import { cleanLine } from "../safe.js";
import { tabulate } from "./matrix.js";
import { renderChip, renderMarker, renderSection } from "./parts.js";
import { quoteWords, sayStance } from "./words.js";

const NOTHING = html`<span class="none"><span aria-hidden="true">–</span><span class="hidden">nothing</span></span>`;
const KINDS = { outlet: "in its own voice", generic: "no name given", unread: "" };

/**
 * @param {object} answer
 * @param {import("./answer.js").BylineAnswer} host
 */
export function renderTable({ claims }, host) {
  if (!claims.length) return nothing;
  // Wide tables are scrolled, by keyboard too.
  return renderSection(
    host,
    "table",
    "Who says what",
    html`<div class="scroll" role="region" aria-label="Table: who says what" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Speaker</th>
            ${claims.map((claim, at) => renderHead(claim, at + 1, host))}
          </tr>
        </thead>
        <tbody>
          ${tabulate(claims).map((row) => renderRow(row, host))}
        </tbody>
      </table>
    </div>`,
  );
}

function renderHead(claim, number, host) {
  const [first] = claim.reports;
  const words = new CodePoints(first.quote).slice(first.content.start - first.start, first.content.end - first.start);
  return html`<th scope="col">
    <button class="link" type="button" @click=${() => host.showClaim(claim.id)}>Claim ${number}</button>
    <span class="about" dir="auto">${quoteWords(cleanLine(words))}</span>
  </th>`;
}

function renderRow({ speaker, kind, outlet, said }, host) {
  const how = KINDS[kind];
  return html`<tr>
    <th scope="row">
      ${outlet ? renderChip(outlet) : html`<bdi>${speaker}</bdi>`}
      ${how ? html`<span class="detail">${how}</span>` : nothing}
    </th>
    ${said.map((cell) => html`<td>${cell.length ? cell.map((one) => renderSaid(one, host)) : NOTHING}</td>`)}
  </tr>`;
}

const renderSaid = ({ stance, reports }, host) => html`
  <div class="said">
    <span class="stance" data-stance=${stance ?? ""}>${sayStance(stance) || "is cited"}</span>
    <span class="in">${reports.map((one) => renderMarker(one, host))}</span>
  </div>
`;
