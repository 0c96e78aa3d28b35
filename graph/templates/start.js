// What happens on a click, and the opening.
function choose(choice, { centre = false, into = false } = {}) {
  if (!choice) {
    emphasise(null);
    network.unselectAll();
    showStart();
    return;
  }
  reveal(choice);
  if (choice.edge !== undefined) showEdge(choice.edge);
  else showNode(choice.node);
  emphasise(choice);
  if (centre) bringIntoView(choice);
  if (into) panel.focus({ preventScroll: true });
}

// What the filters hide comes back when it is asked for by name.
function reveal({ edge, node }) {
  const hidden = edge !== undefined ? !seen.edges.has(edge) : !seen.nodes.has(node);
  if (hidden) {
    setView("all");
    fit(false);
  }
}

function bringIntoView({ node }) {
  const scale = Math.min(Math.max(network.getScale(), 0.85), 1.4);
  network.focus(node, { scale, animation: motion });
}

network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (node !== undefined) choose({ node });
  else if (edge !== undefined) choose({ edge });
  else choose(null);
});
network.on("hoverNode", ({ node }) => { seen.hover = node; container.style.cursor = "pointer"; });
network.on("blurNode", () => { seen.hover = null; container.style.cursor = ""; });
network.on("hoverEdge", () => { container.style.cursor = "pointer"; });
network.on("blurEdge", () => { container.style.cursor = ""; });
document.getElementById("closer").addEventListener("click", () => zoom(1.35));
document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.35));
document.getElementById("whole").addEventListener("click", () => fit());
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented) choose(null);
});
dark.addEventListener("change", () => { drawLegend(); apply(); emphasise(seen.chosen ?? null); });
new ResizeObserver(() => fit(false)).observe(container);
document.getElementById("views").addEventListener("change", () => { fit(); if (!seen.chosen) showStart(); });

drawLegend();
drawViews();
setView(large ? "main" : "all");
fit(false);
showStart();
if (graph.focus !== null) choose({ node: graph.focus });
