// Elements and plain SVG from data; every word goes in as text, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);

function make(namespace, name, attributes, children) {
  const node = namespace ? document.createElementNS(namespace, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const el = (name, attributes, ...children) => make(null, name, attributes, children);
const svg = (name, attributes, ...children) => make("http://www.w3.org/2000/svg", name, attributes, children);

const plain = (name) => name.replaceAll("_", " ");

function number(value, digits = 3) {
  if (value === null || value === undefined) return "–";
  const text = value.toFixed(digits);
  return text.replace("-0.", "−.").replace(/^0\./, ".").replace("-", "−");
}

const several = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
const percent = (share) => `${Math.round(100 * share)} %`;

function time(ms) {
  if (ms === null || ms === undefined) return "–";
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

// One colour for a name, the same wherever it stands.
function hue(name) {
  let sum = 7;
  for (const char of name) sum = (sum * 31 + char.codePointAt(0)) % 3600;
  return Math.round(sum / 10);
}

const measures = new Map(data.heads.flatMap((one) => one.measures).map((one) => [one.measure, one]));
const isLower = (name) => measures.get(name)?.better === "lower";
const isPerfect = (name, value) => value === (isLower(name) ? 0 : 1);
