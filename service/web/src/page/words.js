// How the page says what the record holds; a value that is not known here is said as it stands.

const LEVELS = {
  declared: ["declared", "given by whoever added the article"],
  site: ["from its site", "read from the page’s own data or address"],
  stated: ["stated", "the text says so"],
  self_reference: ["calls itself so", "the text names its own outlet"],
  inferred: ["inferred", "from traces in the text, not from a statement"],
  unknown: ["unknown", "nothing in the text says so"],
};

export const levelWord = (level) => LEVELS[level]?.[0] ?? level;
export const levelReason = (level) => LEVELS[level]?.[1] ?? "";

const LANGUAGES = typeof Intl.DisplayNames === "function" ? new Intl.DisplayNames("en", { type: "language" }) : null;

/** The English name of a language code. */
export function languageName(code) {
  try {
    return LANGUAGES?.of(code) ?? code;
  } catch {
    return code;
  }
}

/** `n` things, in words that fit the number. */
export const count = (n, one, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** A date as it is known, day or minute; the time zone is told only where the article gave one. */
export function sayDate(iso) {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?)?/.exec(iso ?? "");
  if (!found) return iso ?? "undated";
  const [, year, month, day, time, zone] = found;
  const name = new Date(Date.UTC(2000, Number(month) - 1, 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });
  const clock = time ? `, ${time}${zone ? ` ${zone === "Z" ? "UTC" : zone}` : ""}` : "";
  return `${Number(day)} ${name} ${year}${clock}`;
}
