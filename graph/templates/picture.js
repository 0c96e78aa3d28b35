// The picture: a vis network from what pyvis wrote, with every place baked in.
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const container = document.getElementById("network");
const CROSS =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 20 20"><path d="M4 4 16 16M16 4 4 16" stroke="#fff" stroke-width="6.5" stroke-linecap="round"/><path d="M4 4 16 16M16 4 4 16" stroke="#b3261e" stroke-width="3.6" stroke-linecap="round"/></svg>',
  );

// On a dark screen every colour is lightened alike, in the picture as in the legend.
function shade(colour) {
  if (!dark.matches) return colour;
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `#${parts.map((part) => Math.round(part + (255 - part) * 0.38).toString(16).padStart(2, "0")).join("")}`;
}

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const FADED = { node: 0.16, edge: 0.07 };

function nodeLook(node, faded = false) {
  const colour = shade(node.color);
  const fill = graph.entities[node.id].unnamed ? css("--paper") : colour;
  const look = { background: fill, border: colour };
  return { color: { ...look, highlight: look, hover: look }, opacity: faded ? FADED.node : 1 };
}

function edgeLook(edge, strength = "plain") {
  const colour = shade(edge.color);
  const opacity = strength === "faded" ? FADED.edge : edge.opacity;
  return {
    color: { color: colour, highlight: colour, hover: colour, opacity },
    width: edge.width + (strength === "strong" ? 1.6 : 0),
    arrows: {
      to: { enabled: edge.arrows === "to", scaleFactor: 0.62 },
      middle: { enabled: edge.cross && strength !== "faded", type: "image", src: CROSS, imageWidth: 15, imageHeight: 15 },
    },
  };
}

function edgeShape(edge) {
  if (!edge.bend) return { enabled: false, type: "continuous", roundness: 0 };
  return { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: 0.13 * Math.abs(edge.bend) };
}

function describeEdge(row) {
  const edge = graph.edges[row];
  const words = `${graph.entities[edge.s].name} ${relations.get(edge.r).label} ${graph.entities[edge.o].name}`;
  return `${words}\n${statuses.get(edge.status).label}, ${plural(edge.claims.length, "claim")}`;
}

const nodes = new vis.DataSet(
  drawn.nodes.map(({ id, x, y, shape: form, size, color }) => ({
    id, x, y, size, shape: form, borderWidth: graph.entities[id].unnamed ? 2 : 1, borderWidthSelected: 3, ...nodeLook({ id, color }),
  })),
);
const edges = new vis.DataSet(
  drawn.edges.map((edge, row) => ({
    id: row, from: edge.from, to: edge.to, title: describeEdge(row), smooth: edgeShape(edge), ...edgeLook(edge),
    dashes: edge.dashes.length ? edge.dashes : false,
  })),
);
const network = new vis.Network(container, { nodes, edges }, {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false, randomSeed: 1 },
  nodes: { shapeProperties: { interpolation: false } },
  edges: { hoverWidth: 1.2, selectionWidth: 0, selfReference: { size: 22 }, arrowStrikethrough: false },
  interaction: { hover: true, tooltipDelay: 120, multiselect: false, zoomView: false, keyboard: { enabled: true, bindToWindow: false } },
});

// The wheel scrolls the page until the picture has been clicked or reached by keyboard.
container.addEventListener("focusin", () => network.setOptions({ interaction: { zoomView: true } }));
container.addEventListener("focusout", () => network.setOptions({ interaction: { zoomView: false } }));
container.addEventListener("pointerdown", () => container.focus({ preventScroll: true }), true);

const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = still ? false : { duration: 350, easingFunction: "easeInOutQuad" };

function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.05), 6), animation: motion });
}

// What is seen now: rows of edges and of entities, kept up to date by the filters.
const seen = { edges: new Set(), nodes: new Set(), home: false, kept: null, edge: null };

function fit(animation = motion) {
  network.fit({ nodes: [...seen.nodes], animation, maxZoomLevel: 1.5 });
}

function show(visible, home) {
  const moved = home !== seen.home || !seen.nodes.size;
  seen.edges = new Set(visible);
  seen.nodes = new Set(visible.flatMap((row) => [graph.edges[row].s, graph.edges[row].o]));
  seen.home = home;
  edges.update(graph.edges.map((_, row) => ({ id: row, hidden: !seen.edges.has(row) })));
  nodes.update(drawn.nodes.map((node) => {
    const [x, y] = home && node.home ? node.home : [node.x, node.y];
    return { id: node.id, hidden: !seen.nodes.has(node.id), ...(moved ? { x, y } : {}) };
  }));
  return moved;
}

// Keeps what is chosen and its surroundings, and fades the rest; null brings all back.
function emphasise(choice) {
  const near = choice ? surroundings(choice) : null;
  seen.kept = near?.nodes ?? null;
  seen.chosen = choice;
  nodes.update(drawn.nodes.map((node) => ({ id: node.id, ...nodeLook(node, near && !near.nodes.has(node.id)) })));
  edges.update(drawn.edges.map((edge, row) => ({
    id: row, ...edgeLook(edge, !near ? "plain" : near.edges.has(row) ? "strong" : "faded"),
  })));
}

function surroundings({ edge, node }) {
  if (edge !== undefined) {
    const { s, o } = graph.edges[edge];
    return { nodes: new Set([s, o]), edges: new Set([edge]) };
  }
  const rows = [...seen.edges].filter((row) => graph.edges[row].s === node || graph.edges[row].o === node);
  return {
    nodes: new Set([node, ...rows.flatMap((row) => [graph.edges[row].s, graph.edges[row].o])]),
    edges: new Set(rows),
  };
}
