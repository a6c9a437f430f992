// Changes between two carriers of one text, in words and side by side.
import { html, nothing } from "lit";
import { cleanText } from "../safe.js";

const KINDS = {
  quotation_altered: "Quotation altered",
  hedge_removed: "Hedge removed",
  hedge_added: "Hedge added",
  cue_firmer: "Attributed more firmly",
  cue_softer: "Attributed more softly",
  source_dropped: "Source dropped",
  source_added: "Source added",
  attribution_dropped: "Attribution dropped",
  attribution_added: "Attribution added",
  figure_changed: "Figure changed",
  paragraph_omitted: "Paragraph left out",
  paragraph_added: "Paragraph added",
  label_changed: "Called otherwise",
  label_added: "Label added",
  label_dropped: "Label dropped",
  wording: "Other words",
};

/** The kind of a change, and the figures and sources that went or came with it. */
export function sayChange({ kind, figures = [], sources = [] }) {
  const held = [...figures, ...sources].map((one) => `“${one}”`).join(", ");
  return `${KINDS[kind] ?? kind.replaceAll("_", " ")}${held ? `, with ${held}` : ""}`;
}

/** The words of one side below its name; a side that has nothing says so. */
export function renderSide(side, name) {
  return html`<div class="side ${side ? "" : "empty"}">
    ${name === nothing ? nothing : html`<span class="of">${name}</span>`}
    ${side ? html`<span class="words" dir="auto">${cleanText(side.text)}</span>` : html`<span class="detail">nothing</span>`}
  </div>`;
}
