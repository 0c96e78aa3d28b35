// The search field: names and aliases, whatever their case and accents; arrow keys, Enter, Escape.
const search = document.getElementById("search");
const found = document.getElementById("found");
let picked = 0;

function matches(query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const rank = (keys) => Math.min(...keys.map((key) =>
    key === wanted ? 0 : key.startsWith(wanted) ? 1 : ` ${key}`.includes(` ${wanted}`) ? 2 : key.includes(wanted) ? 3 : 9));
  return order.map((row) => [rank(graph.entities[row].keys), row]).filter(([score]) => score < 9)
    .sort((a, b) => a[0] - b[0]).slice(0, 12).map(([, row]) => row);
}

// The alias that was found, where the name itself does not show why.
function why(entity, query) {
  const wanted = fold(query);
  if (fold(entity.name).includes(wanted)) return typeOf(entity).label;
  return entity.aliases.find((alias) => fold(alias).includes(wanted)) ?? typeOf(entity).label;
}

function listFound() {
  const rows = matches(search.value);
  picked = 0;
  found.replaceChildren(...rows.map((row, index) => {
    const entity = graph.entities[row];
    return make("li", { role: "option", id: `found-${index}`, "data-node": row, "aria-selected": String(index === 0),
      pointerdown: (event) => { event.preventDefault(); take(row); } },
      sampleShape(typeOf(entity), 13, entity.unnamed), make("span", {}, entity.name), make("small", {}, why(entity, search.value)));
  }));
  if (search.value.trim() && !rows.length) found.append(make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, "No such name in this graph"));
  openFound(Boolean(search.value.trim()));
}

function openFound(open) {
  found.hidden = !open;
  search.setAttribute("aria-expanded", String(open));
  if (open && found.querySelector("[data-node]")) search.setAttribute("aria-activedescendant", `found-${picked}`);
  else search.removeAttribute("aria-activedescendant");
}

function move(step) {
  const options = [...found.querySelectorAll("[data-node]")];
  if (!options.length) return;
  picked = (picked + step + options.length) % options.length;
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === picked)));
  options[picked].scrollIntoView({ block: "nearest" });
  openFound(true);
}

function take(row) {
  openFound(false);
  search.value = graph.entities[row].name;
  choose({ node: row }, { centre: true, into: true });
}

search.addEventListener("input", listFound);
search.addEventListener("blur", () => openFound(false));
search.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") move(1);
  else if (event.key === "ArrowUp") move(-1);
  else if (event.key === "Enter") {
    const option = found.querySelectorAll("[data-node]")[picked];
    if (option) take(Number(option.dataset.node));
  } else if (event.key === "Escape") openFound(false);
  else return;
  if (event.key !== "Escape") event.preventDefault();
});
