// The legend, which is also the filter; and the views. What it shows is what the picture uses.
const on = { relations: new Set(relations.keys()), statuses: new Set(statuses.keys()), main: false };
const VIEWS = [
  { id: "main", label: "Main allegiances", main: true, allegiance: true },
  { id: "allegiances", label: "Allegiances", main: false, allegiance: true },
  { id: "all", label: "Everything", main: false, allegiance: false },
];
const families = graph.families.map((family) => ({ ...family, members: graph.relations.filter((r) => r.family === family.id) }));
const large = graph.entities.some((entity) => !entity.main);

function sampleLine(relation, status, width = 34) {
  const colour = relation ? shade(relation.colour) : "currentColor";
  const end = relation && !relation.symmetric ? width - 8 : width - 1;
  const line = { x1: 1, y1: 7, x2: end, y2: 7, stroke: colour, "stroke-width": 2.2, "stroke-opacity": status?.opacity ?? 1 };
  if (status?.dashes.length) line["stroke-dasharray"] = status.dashes.map((part) => part * 0.8).join(" ");
  const svg = shape("svg", { width, height: 14, "aria-hidden": "true" }, shape("line", line));
  if (relation && !relation.symmetric) svg.append(shape("path", { d: `M${width - 10} 2.5 ${width - 1} 7 ${width - 10} 11.5z`, fill: colour }));
  if (status?.cross) svg.append(shape("path", { d: `M${width / 2 - 7} 3l8 8m0-8l-8 8`, stroke: "#b3261e", "stroke-width": 2.2 }));
  return svg;
}

const SHAPES = {
  dot: (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  square: (r) => `M${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  diamond: (r) => `M0 ${-r}L${r} 0 0 ${r} ${-r} 0z`,
  triangle: (r) => polygon(3, r, -90),
  triangleDown: (r) => polygon(3, r, 90),
  hexagon: (r) => polygon(6, r, 0),
  star: (r) => polygon(10, r, -90, 0.45),
};

function polygon(corners, r, turn, inner = 1) {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = ((turn + (360 / corners) * i) * Math.PI) / 180;
    const reach = i % 2 ? r * inner : r;
    return `${(reach * Math.cos(angle)).toFixed(2)} ${(reach * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join("L")}z`;
}

function sampleShape(type, size, hollow = false) {
  const colour = type ? shade(type.colour) : "currentColor";
  const path = (SHAPES[type?.shape] ?? SHAPES.dot)(size / 2 - 1);
  const fill = hollow ? "none" : colour;
  return shape("svg", { width: size, height: size, viewBox: `${-size / 2} ${-size / 2} ${size} ${size}`, "aria-hidden": "true" },
    shape("path", { d: path, fill, stroke: colour, "stroke-width": hollow ? 1.8 : 0.5 }));
}

const count = (rows, test) => rows.reduce((sum, edge) => sum + (test(edge) ? edge.claims.length : 0), 0);

function box(kind, id, changed, ...children) {
  return make("label", {}, make("input", { type: "checkbox", "data-kind": kind, "data-id": id, change: changed }), ...children);
}

function relationBox(relation) {
  const toggle = (event) => { set(on.relations, relation.id, event.target.checked); apply(); };
  const label = box("relation", relation.id, toggle, sampleLine(relation), make("span", {}, relation.label),
    make("small", {}, count(graph.edges, (edge) => edge.r === relation.id)));
  label.title = relation.meaning;
  return label;
}

function familyField(family) {
  const toggle = (event) => {
    family.members.forEach((relation) => set(on.relations, relation.id, event.target.checked));
    apply();
  };
  const ids = new Set(family.members.map((relation) => relation.id));
  return make("div", { role: "group", "aria-label": family.label },
    make("h2", {}, box("family", family.id, toggle, make("span", {}, family.label), make("small", {}, count(graph.edges, (edge) => ids.has(edge.r))))),
    ...family.members.map(relationBox));
}

function statusField() {
  return make("div", { role: "group", "aria-label": "Status" }, make("h2", {}, "How it is said"),
    ...graph.statuses.map((status) => {
      const toggle = (event) => { set(on.statuses, status.id, event.target.checked); apply(); };
      const label = box("status", status.id, toggle, sampleLine(null, status), make("span", {}, status.label),
        make("small", {}, count(graph.edges, (edge) => edge.status === status.id)));
      label.title = status.meaning;
      return label;
    }));
}

function typeField() {
  const named = graph.types.map((type) => make("div", { "data-type": type.id }, sampleShape(type, 15), make("span", {}, type.label),
    make("small", {}, graph.entities.filter((entity) => typeOf(entity) === type).length)));
  const hollow = graph.entities.some((entity) => entity.unnamed)
    ? make("div", {}, sampleShape(null, 15, true), make("span", { class: "meaning" }, "hollow: not named")) : null;
  return make("div", { class: "keys" }, make("h2", {}, "Who and where"), ...named, hollow);
}

function set(group, id, value) {
  if (value) group.add(id);
  else group.delete(id);
}

function drawLegend() {
  document.getElementById("legend").replaceChildren(typeField(), statusField(), ...families.filter((family) => family.members.length).map(familyField));
}

function drawViews() {
  const offered = VIEWS.filter((view) => large || !view.main);
  document.getElementById("views").append(...offered.map((view) =>
    make("label", {}, make("input", { type: "radio", name: "view", value: view.id, change: () => setView(view.id) }), view.label)));
}

function setView(id) {
  const view = VIEWS.find((one) => one.id === id);
  on.main = view.main;
  on.statuses = new Set(statuses.keys());
  on.relations = new Set(families.filter((family) => !view.allegiance || family.allegiance).flatMap((family) => family.members.map((r) => r.id)));
  document.querySelector(`input[name="view"][value="${id}"]`).checked = true;
  apply();
}

function visible() {
  const shown = (edge) => on.relations.has(edge.r) && on.statuses.has(edge.status)
    && (!on.main || (graph.entities[edge.s].main && graph.entities[edge.o].main));
  return graph.edges.flatMap((edge, row) => (shown(edge) ? [row] : []));
}

function apply() {
  for (const input of document.querySelectorAll("#legend input")) {
    const { kind, id } = input.dataset;
    if (kind === "family") {
      const members = families.find((family) => family.id === id).members;
      const chosen = members.filter((relation) => on.relations.has(relation.id)).length;
      input.checked = chosen > 0;
      input.indeterminate = chosen > 0 && chosen < members.length;
    } else input.checked = on[`${kind === "relation" ? "relations" : "statuses"}`].has(id);
  }
  const rows = visible();
  const moved = show(rows, on.main);
  const left = graph.omitted ? `; ${plural(graph.omitted, "name")} with fewer claims left out` : "";
  document.getElementById("shown").textContent =
    `${seen.nodes.size} of ${plural(graph.entities.length, "name")}, ${claimsOf(rows)} of ${plural(graph.claims.length, "claim")}${left}`;
  refreshList();
  return moved;
}
