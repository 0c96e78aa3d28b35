// The list of claims: the picture's twin for screen readers, keyboards and paper.
const list = document.getElementById("list");
const HEADS = ["Who", "Relation", "Whom", "Said as", "According to", "When", "Sentence", "Article"];

function claimRow(row) {
  const claim = graph.claims[row];
  const articles = claim.evidence.map((piece) => sourceOf(graph.documents[piece[0]]));
  const cells = [
    [nameButton(claim.s)], [relations.get(claim.r).label], [nameButton(claim.o)], [statuses.get(claim.status).label],
    [claim.speaker ?? "the article"], [claim.date], claim.evidence.map((piece) => piece[3]), articles,
  ];
  return make("tr", { "data-claim": row }, ...cells.map((content, index) =>
    make("td", { class: HEADS[index] === "Sentence" ? "quote" : null }, ...content)));
}

function buildTable(portion) {
  const rows = [...seen.edges].flatMap((row) => graph.edges[row].claims).sort((a, b) => a - b);
  const body = make("tbody");
  const caption = make("caption", {}, `${plural(rows.length, "claim")} of the lines that are shown now, in the order of the articles`);
  const table = make("table", {}, caption, make("thead", {}, make("tr", {}, ...HEADS.map((head) => make("th", { scope: "col" }, head)))), body);
  let at = 0;
  const more = make("button", { type: "button", class: "more", click: () => next() });
  function next() {
    body.append(...rows.slice(at, at + portion).map(claimRow));
    at += portion;
    more.hidden = at >= rows.length;
    more.textContent = `Show ${Math.min(portion, rows.length - at)} more of ${rows.length}`;
  }
  next();
  document.getElementById("rows").replaceChildren(table, more);
}

function refreshList() {
  if (list.open) buildTable(200);
}

list.addEventListener("toggle", refreshList);
// Paper shows every claim, whether the list was open or not.
window.addEventListener("beforeprint", () => {
  list.open = true;
  buildTable(Infinity);
});
