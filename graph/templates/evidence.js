// One claim as the reader sees it: statement, sentence, speaker, date, source.
const badge = (status) => make("span", { class: `badge ${status}` }, statuses.get(status).label);

// The sentence with its mentions marked. `marks` are [start, end, class] in code points of the text.
function markSentence(quote, offset, marks) {
  const length = Array.from(quote).length;
  const inside = marks
    .map(([start, end, name]) => [Math.max(start - offset, 0), Math.min(end - offset, length), name])
    .filter(([start, end]) => start < end);
  const cuts = [...new Set([0, length, ...inside.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index];
    const names = inside.filter((mark) => mark[0] <= start && end <= mark[1]).map((mark) => mark[2]);
    const words = cut(quote, start, end);
    return names.length ? make("mark", { class: [...new Set(names)].join(" ") }, words) : words;
  });
}

function quoteOf(claim, piece) {
  const [, start, , quote] = piece;
  return make("blockquote", {}, ...markSentence(quote, start, [
    [...claim.subject, "subject"],
    [...claim.object, "object"],
    [...claim.trigger, "trigger"],
  ]));
}

// Whom a word stands for ("its", "the battalion"), where it is not itself a name of the entity.
function gloss(claim, piece) {
  const [, start, end, quote] = piece;
  const notes = [["subject", claim.s], ["object", claim.o]].flatMap(([side, row]) => {
    const [from, to] = claim[side];
    if (from < start || to > end) return [];
    const words = cut(quote, from - start, to - start);
    return graph.entities[row].keys.includes(fold(words)) ? [] : [`“${words}” is ${graph.entities[row].name}`];
  });
  return notes.length ? make("p", { class: "facts gloss" }, notes.join("; ")) : null;
}

function statement(claim) {
  return make("p", { class: "statement" },
    nameButton(claim.s), make("span", { class: "relation" }, ` ${relations.get(claim.r).label} `), nameButton(claim.o));
}

function nameButton(row) {
  return make("button", { type: "button", class: "name", click: () => choose({ node: row }) }, graph.entities[row].name);
}

function facts(claim) {
  const resolved = claim.said && claim.sort ? ` (“${claim.said}”)` : "";
  const details = [
    `${claim.date.charAt(0).toUpperCase()}${claim.date.slice(1)}${resolved}`,
    claim.place && `in ${claim.place}`,
    claim.count !== null && `number given: ${claim.count.toLocaleString("en")}`,
  ].filter(Boolean);
  return [
    make("p", { class: "facts" }, badge(claim.status), claim.speaker ? `According to ${claim.speaker}` : "In the article’s own words"),
    make("p", { class: "facts" }, details.join(" · ")),
  ];
}

function sourceOf(article) {
  const title = make("cite", {}, article.title || article.id);
  const address = article.link && safeAddress(article.url);
  const linked = address
    ? make("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, title)
    : title;
  const rest = [article.publisher, article.date].filter(Boolean).join(", ");
  const plain = article.url && !address ? ` ${article.url}` : "";
  return make("p", { class: "source" }, linked, rest && `, ${rest}`, plain);
}

// The whole article, with the sentence marked; made when it is opened.
function articleOf(piece) {
  const article = graph.documents[piece[0]];
  if (article.text === null) return null;
  const box = make("div", { class: "article", tabindex: "0" });
  const fill = () => {
    if (box.childNodes.length) return;
    const [, start, end] = piece;
    const sentence = make("mark", { class: "sentence" }, cut(article.text, start, end));
    box.append(cut(article.text, 0, start), sentence, cut(article.text, end, undefined));
    box.scrollTop = sentence.offsetTop - box.offsetTop - 60;
  };
  return make("details", { toggle: fill }, make("summary", {}, "Read it in the article"), box);
}

function claimCard(row, withStatement) {
  const claim = graph.claims[row];
  const pieces = claim.evidence.flatMap((piece) => [
    quoteOf(claim, piece), gloss(claim, piece), ...facts(claim), sourceOf(graph.documents[piece[0]]), articleOf(piece),
  ]);
  return make("article", { class: "claim", "data-claim": row }, withStatement ? statement(claim) : null, ...pieces);
}

// A few at first, the rest on request.
function inPortions(rows, render, size = 25) {
  const holder = make("div");
  const more = make("button", { type: "button", class: "more", click: () => next() });
  let at = 0;
  function next() {
    rows.slice(at, at + size).forEach((row) => more.before(render(row)));
    at += size;
    more.hidden = at >= rows.length;
    more.textContent = `Show ${Math.min(size, rows.length - at)} more of ${rows.length}`;
  }
  holder.append(more);
  next();
  return holder;
}
