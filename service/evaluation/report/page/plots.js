// The three plots: risk over coverage, times, and outlets wanted by outlets given.
// A narrow screen gets a narrow drawing, so that its words keep their size.
const WIDTH = matchMedia("(max-width: 36rem)").matches ? 290 : 460, HEIGHT = 280, LEFT = 40, RIGHT = 14, TOP = 22, BOTTOM = 40;
const inX = (share) => LEFT + share * (WIDTH - LEFT - RIGHT);
const inY = (share) => HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);

function frame(label, ticksX, ticksY, titleX, titleY) {
  const lines = ticksY.map(([at, text]) => [
    svg("line", { x1: LEFT, x2: WIDTH - RIGHT, y1: inY(at), y2: inY(at), class: "grid" }),
    svg("text", { x: LEFT - 8, y: inY(at) + 4, class: "tick end" }, text),
  ]);
  const feet = ticksX.map(([at, text]) => svg("text", { x: inX(at) + (at === 1 ? RIGHT : 0), y: HEIGHT - BOTTOM + 17, class: at === 1 ? "tick end" : "tick middle" }, text));
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label, class: "plot" },
    lines.flat(), feet,
    svg("text", { x: (LEFT + WIDTH - RIGHT) / 2, y: HEIGHT - 4, class: "tick middle" }, titleX),
    svg("text", { x: LEFT, y: TOP - 8, class: "tick" }, titleY));
}

function put(id, words, ...nodes) {
  const figure = byId(id);
  figure.querySelector("figcaption p").textContent = words;
  figure.append(...nodes);
}

function drawRisk() {
  const [[, all], [sharedName, shared]] = Object.entries(data.risk);
  if (!all.length) return void (byId("risk").hidden = true);
  const most = Math.max(0.1, ...all.concat(shared).map(([, risk]) => risk));
  const top = Math.min(1, Math.ceil(most * 10) / 10);
  const [coverage, risk] = all.at(-1);
  const words = `${percent(coverage)} of the questions are answered, ${percent(risk)} of those wrongly.`;
  const share = [0, 0.25, 0.5, 0.75, 1];
  const plot = frame(words, share.map((at) => [at, number(at, 2)]), [0, 0.5, 1].map((at) => [at, number(at * top, 2)]),
    "coverage, the surest answers first", "risk");
  const path = (points) => `M${[[0, points[0][1]], ...points].map(([x, y]) => `${inX(x)},${inY(y / top)}`).join("L")}`;
  const area = `${path(all)}L${inX(coverage)},${inY(0)}L${inX(0)},${inY(0)}Z`;
  plot.append(svg("path", { d: area, class: "area" }));
  if (shared.length) plot.append(svg("path", { d: path(shared), class: "curve second" }));
  plot.append(svg("path", { d: path(all), class: "curve" }), svg("circle", { cx: inX(coverage), cy: inY(risk / top), r: 4, class: "dot" }));
  const key = el("p", { class: "key" }, el("span", { class: "swatch" }), "all questions ");
  if (shared.length) key.append(el("span", { class: "swatch second" }), `of the unanswerable only ${sharedName.replace("unanswerable ones ", "those ")}`);
  put("risk", words, plot, key);
}

function drawTimes() {
  const times = data.rows.filter((row) => row.ms !== null && !row.error).map((row) => row.ms);
  if (!times.length) return void (byId("latency").hidden = true);
  const low = Math.max(0.5, Math.min(...times)), high = Math.max(low * 2, ...times);
  const bins = 24, counts = Array(bins).fill(0);
  const at = (ms) => Math.log(Math.max(low, ms) / low) / Math.log(high / low);
  for (const ms of times) counts[Math.min(bins - 1, Math.floor(at(ms) * bins))] += 1;
  const most = Math.max(...counts), found = data.summary.latency_ms;
  const words = `Half within ${time(found.p50)}, 95 % within ${time(found.p95)}, all within ${time(found.most)}.`;
  const ticks = [0, 0.33, 0.67, 1].map((share) => [share, time(low * (high / low) ** share)]);
  const plot = frame(words, ticks, [[0, "0"], [1, String(most)]], "time to an answer, log scale", "questions");
  counts.forEach((n, bin) => {
    if (!n) return;
    const x = inX(bin / bins), width = inX(1 / bins) - inX(0) - 2;
    plot.append(svg("rect", { x, y: inY(n / most), width, height: inY(0) - inY(n / most), rx: 1.5, class: "bar" },
      svg("title", {}, `${n}: ${time(low * (high / low) ** (bin / bins))} to ${time(low * (high / low) ** ((bin + 1) / bins))}`)));
  });
  for (const [name, share] of [["p50", found.p50], ["p95", found.p95]]) {
    const right = at(share) > (name === "p50" ? 0.12 : 0.85); // which side of its line has room
    plot.append(svg("line", { x1: inX(at(share)), x2: inX(at(share)), y1: inY(0), y2: inY(1), class: "rule" }),
      svg("text", { x: inX(at(share)) + (right ? -4 : 4), y: inY(1) + 14, class: right ? "tick strong end" : "tick strong" }, name));
  }
  put("latency", words, plot);
}

function drawConfusion() {
  const { gold, given, cells } = data.confusion;
  if (!gold.length) return void (byId("confusion").hidden = true);
  const counts = new Map(cells.map(([row, column, n]) => [`${row}\n${column}`, n]));
  const total = cells.reduce((sum, [, , n]) => sum + n, 0);
  const right = cells.filter(([row, column]) => row === column).reduce((sum, [, , n]) => sum + n, 0);
  const totals = new Map(gold.map((row) => [row, given.reduce((sum, column) => sum + (counts.get(`${row}\n${column}`) ?? 0), 0)]));
  const head = el("tr", {}, el("th", { scope: "col" }, "wanted ↓ given →"), given.map((name) => el("th", { scope: "col" }, el("span", {}, name))));
  const body = gold.map((row) => el("tr", {}, el("th", { scope: "row" }, row), given.map((column) => {
    const n = counts.get(`${row}\n${column}`) ?? 0;
    const shade = n ? 15 + Math.round((85 * n) / totals.get(row)) : 0;
    const cell = el("td", { class: n ? (row === column ? "hit" : "miss") : "none" }, n ? String(n) : "·");
    cell.style.setProperty("--shade", `${shade}%`);
    return cell;
  })));
  const table = el("table", { class: "confusion" }, el("thead", {}, head), el("tbody", {}, body));
  put("confusion", `${right} of ${total} claims wanted are quoted under their own outlet.`,
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Outlets wanted and given" }, table));
}
