// Who says what: the reports of an answer by who speaks, made from them alone.
import { cleanLine } from "../safe.js";

/**
 * A row for each speaker, in the order in which they first speak; in each, for every claim, what each article carries.
 *
 * A speaker is the innermost link of a chain, or the outlet where it speaks itself. Those named are one where their names
 * are, "the" and case aside; an unnamed one ("a military source") is one only within one origin, and whoever is not known
 * is nobody but himself.
 * @param {{ id: string, reports: object[] }[]} claims
 * @returns {{ speaker: string, kind: "named" | "generic" | "outlet" | "unread", outlet?: object,
 *   said: { stance: string | null, reports: object[] }[][] }[]}
 */
export function tabulate(claims) {
  const rows = new Map();
  claims.forEach((claim, column) => {
    for (const report of claim.reports) {
      const { key, ...who } = nameSpeaker(report);
      if (!rows.has(key)) rows.set(key, { ...who, said: claims.map(() => []) });
      put(rows.get(key).said[column], report);
    }
  });
  return [...rows.values()];
}

// One article may say and deny the same: it stands once under each stance.
function put(cell, report) {
  const held = cell.find((one) => one.stance === report.stance);
  if (!held) cell.push({ stance: report.stance, reports: [report] });
  else if (!held.reports.some((one) => one.citation === report.citation)) held.reports.push(report);
}

function nameSpeaker({ chain, voice, outlet, origin, article_id: article, citation }) {
  const last = chain?.at(-1);
  if (last) {
    const speaker = cleanLine(last.name);
    const name = speaker.normalize("NFKC").toLowerCase().replace(/^the /, "");
    if (last.named) return { key: `named ${name}`, speaker, kind: "named" };
    return { key: `generic ${origin} ${name}`, speaker: `${speaker}${sayThrough(chain)}`, kind: "generic" };
  }
  const label = cleanLine(outlet.label);
  // The label of an unnamed outlet holds the id of its article, so that no two are taken for one.
  if (chain) return { key: `outlet ${label}`, speaker: label, kind: "outlet", outlet };
  const who = voice ? "somebody not named" : "not read who speaks";
  return { key: `unread ${article}`, speaker: `${who}, in [${citation}]`, kind: "unread" };
}

function sayThrough(chain) {
  const named = chain.slice(0, -1).findLast((link) => link.named);
  return named ? ` (through ${cleanLine(named.name)})` : "";
}
