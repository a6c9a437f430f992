// The table of questions: sorted by a head, filtered by words, kind and state, each row opened by its button.
const COLUMNS = ["right", "evidence_recall", "outlet", "chain", "stance", "hedges"].filter((name) => measures.has(name));
const PAGE = 100;
const state = { sort: "", down: false, shown: PAGE, only: null };
const scoreOf = (row, name) => row.scores[name]?.[0];
const SORTS = { question: (row) => row.question, status: (row) => row.status, time: (row) => row.ms ?? -1 };

const SHOWS = {
  "all": () => true,
  "not right": (row) => scoreOf(row, "right") !== undefined && scoreOf(row, "right") < 1,
  "right": (row) => scoreOf(row, "right") === 1,
  "failed": (row) => row.status === "failed",
  "declined": (row) => row.status === "abstained",
  "declined, and should not have": (row) => row.status === "abstained" && row.answerable,
  "answered, and should not have": (row) => row.answerable === false && row.status !== "abstained",
  "judged otherwise than measured": (row) => row.mark !== null && scoreOf(row, "right") !== undefined && (row.mark === "right") !== (scoreOf(row, "right") === 1),
};

function chosenRows() {
  const words = byId("find").value.toLowerCase().split(/\s+/).filter(Boolean);
  const kind = byId("kind").value, show = SHOWS[byId("show").value];
  const haystack = (row) => `${row.id} ${row.question} ${row.claims.flatMap((claim) => claim.reports.map((one) => `${one.outlet} ${(one.chain ?? []).join(" ")}`)).join(" ")}`.toLowerCase();
  const rows = data.rows.filter((row) => (!state.only || state.only.ids.has(row.id)) && (!kind || row.group === kind) && show(row)
    && (!words.length || words.every((word) => haystack(row).includes(word))));
  if (!state.sort) return rows;
  const key = SORTS[state.sort] ?? ((row) => scoreOf(row, state.sort));
  const last = state.down ? -Infinity : Infinity; // what does not apply comes last
  return rows.map((row) => [row, key(row) ?? last])
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0) * (state.down ? -1 : 1)).map(([row]) => row);
}

function head(name, label) {
  const sorted = state.sort === name ? (state.down ? "descending" : "ascending") : null;
  const sort = () => {
    state.down = state.sort === name ? !state.down : false;
    state.sort = name;
    drawQuestions();
    byId("questions").querySelector(`[data-sort="${name}"]`).focus();
  };
  return el("th", { role: "columnheader", scope: "col", "aria-sort": sorted },
    el("button", { type: "button", "data-sort": name, onclick: sort }, label, el("span", { "aria-hidden": "true" }, sorted ? (state.down ? " ↓" : " ↑") : "")));
}

function cell(row, name) {
  const value = scoreOf(row, name);
  const kind = value === undefined ? "none" : isPerfect(name, value) ? "whole" : value ? "part" : "zero";
  return el("td", { role: "cell", "data-label": plain(name), class: `score ${kind}` }, value === undefined ? "–" : number(value, value % 1 ? 2 : 0));
}

function drawRow(row, n) {
  const detail = el("tr", { role: "row", class: "opened", id: `row-${n}`, hidden: true });
  const toggle = el("button", { type: "button", class: "question", "aria-expanded": "false", "aria-controls": `row-${n}`, onclick: () => open(detail.hidden) },
    el("span", { class: "turn", "aria-hidden": "true" }, "▸"), el("span", {}, row.question));
  const open = (wide) => {
    if (wide && !detail.childElementCount) detail.append(el("td", { role: "cell", colspan: COLUMNS.length + 3 }, drawDetail(row)));
    detail.hidden = !wide;
    toggle.setAttribute("aria-expanded", String(wide));
  };
  const line = el("tr", { role: "row", class: "line" },
    el("th", { role: "rowheader", scope: "row" }, toggle, el("span", { class: "id" }, row.id, row.group ? ` · ${plain(row.group)}` : "")),
    el("td", { role: "cell", "data-label": "status" }, el("span", { class: `status ${row.status}` }, row.status)),
    COLUMNS.map((name) => cell(row, name)),
    el("td", { role: "cell", "data-label": "time", class: "time" }, time(row.ms)));
  return [line, detail];
}

function drawQuestions() {
  const rows = chosenRows(), shown = rows.slice(0, state.shown);
  const heads = [head("question", "question"), head("status", "status"), ...COLUMNS.map((name) => head(name, plain(name))), head("time", "time")];
  byId("questions").replaceChildren(el("table", { role: "table", class: "questions", "aria-labelledby": "questions-head" },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, heads)), el("tbody", { role: "rowgroup" }, shown.flatMap(drawRow))));
  byId("count").replaceChildren(`${rows.length} of ${data.rows.length}`,
    state.only ? el("button", { type: "button", class: "link", onclick: () => showOnly(null) }, ` ${state.only.words} ✕`) : "");
  byId("more").hidden = rows.length <= state.shown;
  byId("more").textContent = `Show ${Math.min(PAGE, rows.length - state.shown)} more of ${rows.length}`;
}

function showOnly(ids, words) {
  state.only = ids && { ids: new Set(ids), words };
  drawQuestions();
  byId("questions-head").scrollIntoView();
  byId("questions").focus({ preventScroll: true });
}

function prepareControls() {
  const kinds = [...new Set(data.rows.map((row) => row.group).filter(Boolean))].sort();
  byId("kind").append(el("option", { value: "" }, "any"), ...kinds.map((kind) => el("option", { value: kind }, plain(kind))));
  byId("show").append(...Object.entries(SHOWS).filter(([name, keeps]) => name === "all" || data.rows.some(keeps))
    .map(([name, keeps]) => el("option", { value: name }, `${name} (${data.rows.filter(keeps).length})`)));
  for (const id of ["find", "kind", "show"]) byId(id).addEventListener("input", () => { state.shown = PAGE; drawQuestions(); });
  byId("more").addEventListener("click", () => { state.shown += PAGE; drawQuestions(); });
}
