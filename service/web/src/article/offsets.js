// Offsets in code points, as the server counts, and in UTF-16 units, as JavaScript does.

/** A text that is cut by code points; what lies outside it is cut off. */
export class CodePoints {
  #text;
  #astral = [];

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
    // Code point index of each character that takes two units: few texts have any.
    let extra = 0;
    for (const found of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.#astral.push(found.index - extra++);
    this.length = text.length - extra;
  }

  /** The place in UTF-16 units of a place in code points. */
  unit(at) {
    const place = Math.min(Math.max(at, 0), this.length);
    let [low, high] = [0, this.#astral.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#astral[middle] < place) low = middle + 1;
      else high = middle;
    }
    return place + low;
  }

  /** The words at `[start, end)`. */
  slice(start, end) {
    return this.#text.slice(this.unit(start), this.unit(end));
  }
}

/**
 * `[start, end)` cut at every edge of the marks within it: each piece with the names of the marks that cover it.
 * @param {number} start
 * @param {number} end
 * @param {{ start: number, end: number, name: string }[]} marks
 * @returns {{ start: number, end: number, names: string[] }[]}
 */
export function cutSpans(start, end, marks) {
  const within = marks.filter((one) => one.start < end && one.end > start && one.start < one.end);
  const edges = new Set([start, end]);
  for (const one of within) for (const edge of [one.start, one.end]) if (edge > start && edge < end) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, n) => {
    const to = sorted[n + 1];
    const names = within.filter((one) => one.start <= from && one.end >= to).map((one) => one.name);
    return { start: from, end: to, names: [...new Set(names)] };
  });
}
