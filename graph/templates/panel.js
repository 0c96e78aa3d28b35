// The panel beside the picture: where to start, one name, or one line between two.
const panel = document.getElementById("panel");

function fillPanel(open, ...children) {
  panel.replaceChildren(...children.filter(Boolean));
  panel.classList.toggle("open", open);
  panel.scrollTop = 0;
}

function closeButton() {
  return make("button", { type: "button", class: "close", "aria-label": "Close", click: () => choose(null) }, "×");
}

function lineSample(edge) {
  return sampleLine(relations.get(edge.r), statuses.get(edge.status), 30);
}

const claimsOf = (rows) => rows.reduce((sum, row) => sum + graph.edges[row].claims.length, 0);

// Lines that somebody denies while another states or reports them.
function disputed() {
  const key = (edge) => `${edge.s} ${edge.r} ${edge.o}`;
  const said = new Set(graph.edges.filter((e) => e.status === "asserted" || e.status === "reported").map(key));
  return graph.edges.flatMap((edge, row) => (edge.status === "denied" && said.has(key(edge)) ? [row] : []));
}

function edgeList(rows) {
  return make("ul", { class: "lines" }, ...rows.map((row) => {
    const edge = graph.edges[row];
    const words = `${graph.entities[edge.s].name} ${relations.get(edge.r).label} ${graph.entities[edge.o].name}`;
    return make("li", {}, make("button", { type: "button", "data-edge": row, click: () => choose({ edge: row }) },
      lineSample(edge), make("span", {}, words), make("small", {}, edge.status === "asserted" || edge.status === "reported" ? "" : statuses.get(edge.status).label)));
  }));
}

function entityList(rows) {
  return make("ul", { class: "lines" }, ...rows.map((row) => {
    const entity = graph.entities[row];
    return make("li", {}, make("button", { type: "button", "data-node": row, click: () => choose({ node: row }) },
      sampleShape(typeOf(entity), 15, entity.unnamed), make("span", {}, entity.name), make("small", {}, plural(entity.claims.length, "claim"))));
  }));
}

function showStart() {
  const contested = disputed().slice(0, 6);
  fillPanel(false,
    make("h2", {}, "Where to start"),
    make("p", { class: "about" }, "Choose a name or a line, here or in the picture, and read the sentences behind it. ",
      "A line runs from who did it to whom it was done."),
    contested.length ? make("h3", {}, "Contradicted") : null,
    contested.length ? edgeList(contested) : null,
    make("h3", {}, "Most written about"),
    entityList(order.filter((row) => seen.nodes.has(row)).slice(0, 12)));
}

function describeEntity(entity) {
  const kind = entity.unnamed ? `${typeOf(entity).label}, not named in the article` : typeOf(entity).label;
  const count = entity.count !== null ? `number given: ${entity.count.toLocaleString("en")}` : null;
  const also = entity.aliases.length ? `also: ${entity.aliases.slice(0, 12).join(", ")}` : null;
  return [`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, count, also].filter(Boolean).join(" · ");
}

function byDate(a, b) {
  return graph.claims[a].sort.localeCompare(graph.claims[b].sort) || a - b;
}

function showNode(row) {
  const entity = graph.entities[row];
  const rows = graph.edges.flatMap((edge, index) => (edge.s === row || edge.o === row ? [index] : []));
  const sorted = rows.sort((a, b) => graph.edges[b].claims.length - graph.edges[a].claims.length || a - b);
  fillPanel(true, closeButton(),
    make("h2", {}, entity.name),
    make("p", { class: "about" }, describeEntity(entity)),
    make("h3", {}, `Ties (${sorted.length})`),
    inPortions(sorted, (index) => edgeList([index]), 8),
    make("h3", {}, `What the articles say (${entity.claims.length})`),
    inPortions([...entity.claims].sort(byDate), (claim) => claimCard(claim, true), 15));
}

function showEdge(row) {
  const edge = graph.edges[row];
  const pair = new Set([edge.s, edge.o]);
  const others = graph.edges.flatMap((other, index) =>
    index !== row && pair.has(other.s) && pair.has(other.o) && (other.s !== other.o || pair.size === 1) ? [index] : []);
  fillPanel(true, closeButton(),
    make("h2", {}, nameButton(edge.s), make("span", { class: "relation" }, ` ${relations.get(edge.r).label} `), nameButton(edge.o)),
    make("p", { class: "about" }, badge(edge.status), `${statuses.get(edge.status).meaning}; ${plural(edge.claims.length, "claim")}`),
    inPortions([...edge.claims].sort(byDate), (claim) => claimCard(claim, false), 15),
    others.length ? make("h3", {}, "Also between the two") : null,
    others.length ? edgeList(others) : null);
}
