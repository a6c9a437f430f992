// What an answer's parts are called in print; wording only. A value that is not known here is shown as it is.

const AGREEMENTS = {
  single: "one text",
  same_origin: "one origin",
  corroborated: "corroborated",
  disputed: "disputed",
  denied: "only denied",
};
const STANCES = {
  asserts: "says",
  denies: "denies",
  admits: "admits",
  confirms: "confirms",
  accuses: "accuses",
  declines: "leaves it open",
  uncertain: "leaves it open",
};
const LEVELS = {
  declared: "given by whoever added the article",
  site: "read from the site’s own data",
  stated: "stated on the page",
  self_reference: "the page names itself so",
  inferred: "inferred from traces on the page",
  unknown: "not known",
};
const SILENT = { omitted_from_copy: "left it out of its copy", not_reported: "does not report it" };
const RELATIONS = {
  disputed: ["disputes", "is disputed by"],
  conflicts: ["cannot hold together with", "cannot hold together with"],
  differs: ["is not of the same as", "is not of the same as"],
};
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

const plain = (value) => String(value).replaceAll("_", " ");

/** "1 article", "2 articles". */
export const count = (n, noun) => (n === 1 ? `1 ${noun}` : `${n} ${noun}s`);

/** How a report says it; "" where that was not read. */
export const sayStance = (stance) => (stance ? (STANCES[stance] ?? plain(stance)) : "");

/** How a thing of the masthead is known. */
export const sayLevel = (level) => LEVELS[level] ?? plain(level);

/** What a silent article did with a claim. */
export const saySilence = (why) => SILENT[why] ?? plain(why);

/** How a claim stands to another: `from` it, or towards it. */
export function sayRelation(kind, from) {
  const both = RELATIONS[kind] ?? [plain(kind), plain(kind)];
  return both[from ? 0 : 1];
}

/**
 * The agreement among the reports of a claim, and what it rests on.
 * @returns {{ kind: string, badge: string, detail: string }}
 */
export function sayAgreement({ agreement, counts, reports }) {
  const kind = Object.hasOwn(AGREEMENTS, agreement) ? agreement : "other";
  let badge = AGREEMENTS[agreement] ?? plain(agreement);
  if (agreement === "corroborated") badge += ` by ${NUMBERS[counts.origins] ?? counts.origins} origins`;
  if (agreement === "disputed") badge += ": asserted and denied";
  if (agreement === "same_origin" && new Set(reports.map((one) => one.origin)).size > 1)
    badge = "independence not shown";
  const detail = [count(counts.articles, "article")];
  if (counts.articles > 1) detail.push(count(counts.texts, "text"), count(counts.origins, "origin"));
  if (counts.confirmations_claimed)
    detail.push(`${count(counts.confirmations_claimed, "confirmation")} claimed, which is no origin`);
  return { kind, badge, detail: detail.join(" · ") };
}

/** Who speaks where no chain says it; null where one does. */
export function sayVoice({ chain, voice }) {
  if (chain?.length) return null;
  if (chain) return "in its own voice";
  return voice ? "somebody’s words, and nothing says whose" : "who says it has not been read";
}

/** What was searched, as a sentence. */
export function saySearched({ articles, outlets, unnamed, undated }) {
  const parts = [count(outlets, "named outlet"), `${unnamed} without a known outlet`, `${undated} without a date`];
  return `Searched ${count(articles, "article")}: ${parts.join(", ")}.`;
}

/** A figure with its bound; words of the article that are more than the number hold it already ("an estimated 120,000"). */
export function sayFigure({ bound, value, unit, text }) {
  const number = text ?? String(value);
  const bounded = bound === "exact" || !/^\d/.test(number) ? number : `${bound} ${number}`;
  return unit && !bounded.includes(unit) ? `${bounded} ${unit}` : bounded;
}

/** Words between quotation marks: none beside their own round the whole, single ones round words that hold double ones. */
export function quoteWords(words) {
  if (/^“[^“”]*”$/.test(words)) return words;
  return /[“”]/.test(words) ? `‘${words}’` : `“${words}”`;
}

/** A day of publication as it is known. */
export const sayPublished = (published) => (published ? published.replace("T", ", ") : "undated");
