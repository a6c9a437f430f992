// Heads, the tiles, the measures with their intervals, and the run beside its baseline.
function drawHead() {
  const { of, summary } = data;
  document.getElementById("about").append(
    ...[of.target, `Byline ${of.version}`, of.started.slice(0, 16).replace("T", " "), of.snapshot && `corpus ${of.snapshot}`, of.judge && `judged by ${of.judge}`]
      .filter(Boolean).flatMap((part, n) => (n ? [el("span", { class: "sep", "aria-hidden": "true" }, "·"), part] : [part])));
  const tile = (value, label, state) => el("li", { class: state ?? null }, el("strong", {}, value), el("span", {}, label));
  const tiles = [tile(summary.questions.toLocaleString("en"), "questions")];
  if (summary.failed) tiles.push(tile(String(summary.failed), "failed", "bad"));
  for (const name of ["right", "evidence_recall", "outlet", "chain", "decision"]) {
    const found = measures.get(name);
    if (found) tiles.push(tile(number(found.value, 2), plain(name)));
  }
  const furniture = measures.get("furniture");
  if (furniture) tiles.push(tile(number(furniture.value, furniture.value ? 3 : 0), "quotes from furniture", furniture.value ? "bad" : "good"));
  if (summary.latency_ms.p50 !== undefined) tiles.push(tile(time(summary.latency_ms.p50), "median time"));
  byId("tiles").append(...tiles);
}

function drawInterval(one) {
  const at = (value) => 4 + 117 * Math.min(1, Math.max(0, value));
  const bar = one.low === null ? [] : [svg("line", { x1: at(one.low), x2: at(one.high), y1: 9, y2: 9, class: "whisker" })];
  return svg("svg", { viewBox: "0 0 125 18", class: "interval", "aria-hidden": "true" },
    svg("line", { x1: 4, x2: 121, y1: 9, y2: 9, class: "track" }), bar,
    svg("circle", { cx: at(one.value), cy: 9, r: 4, class: isPerfect(one.measure, one.value) ? "dot whole" : "dot" }));
}

function drawMeasures() {
  for (const { head, measures: own } of data.heads) {
    if (!own.length) continue;
    const rows = own.map((one) => el("tr", {},
      el("th", { scope: "row" }, el("span", { class: "name" }, plain(one.measure)),
        el("span", { class: "says" }, one.says, one.better === "lower" ? " (lower is better)" : "")),
      el("td", { class: "value" }, number(one.value)),
      el("td", { class: "bar" }, drawInterval(one)),
      el("td", { class: "range" }, one.low === null ? "" : `${number(one.low, 2)} – ${number(one.high, 2)}`),
      el("td", { class: "n" }, one.n.toLocaleString("en"))));
    byId("measures").append(el("table", { class: "measures" }, el("caption", {}, head),
      el("thead", {}, el("tr", {}, ["measure", "mean", "", "95 %", "n"].map((name, k) => (name ? el("th", { scope: "col" }, name) : el("td", {}))))),
      el("tbody", {}, rows)));
  }
}

function drawGroups() {
  const groups = Object.entries(data.summary.groups);
  if (groups.length < 2) return void (byId("by-group").hidden = true);
  const shown = ["right", "evidence_recall", "outlet", "chain", "decision"].filter((name) => measures.has(name));
  const rows = groups.map(([group, means]) => el("tr", {}, el("th", { scope: "row" }, plain(group)), shown.map((name) => {
    const found = means.find((one) => one.measure === name);
    return el("td", { class: found && !isPerfect(name, found.value) ? "short" : null }, found ? number(found.value, 2) : "–");
  })));
  byId("by-group").append(el("table", { class: "paired" }, el("caption", {}, "By group"),
    el("thead", {}, el("tr", {}, ["group", ...shown].map((name) => el("th", { scope: "col" }, plain(name))))), el("tbody", {}, rows)));
}

function drawCompared(showOnly) {
  const { compared } = data;
  if (!compared) return;
  byId("against").hidden = false;
  const link = (ids, words, measure) => ids.length
    ? el("button", { type: "button", class: "link", onclick: () => showOnly(ids, `${words} in ${plain(measure)}`) }, String(ids.length))
    : "0";
  const rows = compared.measures.filter((one) => one.difference || one.wins.length || one.losses.length).map((one) => {
    const better = (one.difference > 0) !== isLower(one.measure);
    const sure = one.p < 0.05 ? (better ? "good" : "bad") : "";
    return el("tr", { class: sure }, el("th", { scope: "row" }, plain(one.measure)), el("td", {}, number(one.before)), el("td", {}, number(one.after)),
      el("td", { class: "difference" }, one.difference === 0 ? "0" : `${one.difference > 0 ? "+" : ""}${number(one.difference)}`),
      el("td", {}, `${number(one.low, 2)} – ${number(one.high, 2)}`), el("td", {}, one.p < 0.001 ? "< .001" : number(one.p)),
      el("td", {}, link(one.wins, "wins", one.measure)), el("td", {}, link(one.losses, "losses", one.measure)), el("td", {}, String(one.n)));
  });
  const heads = ["measure", "before", "after", "difference", "95 %", "p", "wins", "losses", "n"];
  byId("paired").append(rows.length
    ? el("table", { class: "paired" }, el("thead", {}, el("tr", {}, heads.map((name) => el("th", { scope: "col" }, name)))), el("tbody", {}, rows))
    : el("p", {}, "No measure differs on any question."));
  const others = [[compared.added, "new here"], [compared.gone, "gone"]].filter(([ids]) => ids.length);
  if (others.length) byId("paired").after(el("p", { class: "note" }, others.map(([ids, word]) => `${several(ids.length, "question")} ${word}. `).join("")));
}
