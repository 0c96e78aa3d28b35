// The data of the page, and text made safe: everything foreign goes in by textContent.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const graph = read("graph");
const drawn = { nodes: read("nodes"), edges: read("edges") };
const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
const relations = byId(graph.relations);
const statuses = byId(graph.statuses);
const types = byId(graph.types);
const typeOf = (entity) => types.get(entity.type) ?? types.get("Entity");

// An element: attributes by name, listeners as functions, children as elements or text.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function shape(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// Case, accents, punctuation and the Arabic article fall away.
function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’‘ʻʼʿʾ`´.]/g, "")
    .replace(/(^|[^\p{L}\p{N}])(?:[aeui]l|a|[ae](?:sh|th|dh|[sntdrz]))[-‐‑–](?=\p{L})/gu, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

// Offsets count code points; strings of JavaScript count UTF-16 units.
const astral = /[\ud800-\udfff]/;
const cut = (text, start, end) =>
  astral.test(text) ? Array.from(text).slice(start, end).join("") : text.slice(start, end);

const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

// A followed address is http or https; anything else stays words.
function safeAddress(url) {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
}

for (const entity of graph.entities) {
  entity.keys = [entity.name, ...entity.aliases].map(fold).filter(Boolean);
  entity.claims = [];
}
graph.claims.forEach((claim, row) => {
  for (const end of new Set([claim.s, claim.o])) graph.entities[end].claims.push(row);
});
