// Names on the picture, as on a map: of one size whatever the zoom, with a halo, never over each
// other. The most claimed come first; a name that finds no room appears when one comes nearer.
const FONT = css("--sans");
const wrapped = new Map();

function wrap(name) {
  if (!wrapped.has(name)) {
    const lines = [""];
    for (const word of name.split(/\s+/)) {
      const last = lines[lines.length - 1];
      if (last && last.length + word.length > 18 && lines.length < 3) lines.push(word);
      else lines[lines.length - 1] = last ? `${last} ${word}` : word;
    }
    wrapped.set(name, lines.map((line) => (line.length > 34 ? `${line.slice(0, 33)}…` : line)));
  }
  return wrapped.get(name);
}

function fontOf(entity, size) {
  const type = entity.type;
  if (["Place", "Town", "Province", "Country"].includes(type)) return `italic ${size}px ${FONT}`;
  return type === "Person" || entity.unnamed ? `${size}px ${FONT}` : `600 ${size}px ${FONT}`;
}

const order = graph.entities.map((_, row) => row).sort((a, b) => graph.entities[b].claims.length - graph.entities[a].claims.length || a - b);
const overlaps = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function rooms(at, radius, w, h) {
  return [
    { x: at.x - w / 2, y: at.y + radius + 2, w, h },
    { x: at.x + radius + 4, y: at.y - h / 2, w, h },
    { x: at.x - radius - 4 - w, y: at.y - h / 2, w, h },
    { x: at.x - w / 2, y: at.y - radius - 2 - h, w, h },
  ];
}

function drawLabels(ctx) {
  const scale = network.getScale();
  const places = network.getPositions();
  const spots = new Map();
  for (const row of seen.nodes) spots.set(row, network.canvasToDOM(places[row]));
  const first = seen.kept ? [...seen.kept].filter((row) => seen.nodes.has(row)) : [];
  const rest = seen.kept ? [] : order.filter((row) => seen.nodes.has(row));
  const taken = [];
  const { clientWidth: width, clientHeight: height } = container;
  const inside = (at) => at.x > -60 && at.y > -20 && at.x < width + 60 && at.y < height + 20;
  const discs = [...spots].filter(([, at]) => inside(at)).map(([row, at]) => {
    const r = drawn.nodes[row].size * scale;
    return { row, x: at.x - r, y: at.y - r, w: 2 * r, h: 2 * r };
  });
  ctx.save();
  const ratio = ctx.canvas.width / width;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  for (const row of [...first.sort((a, b) => order.indexOf(a) - order.indexOf(b)), ...rest]) {
    const at = spots.get(row);
    if (!inside(at) || taken.length > 220) continue;
    const entity = graph.entities[row];
    const size = 11.5 + Math.min(3.5, Math.sqrt(entity.claims.length) * 0.6);
    ctx.font = fontOf(entity, size);
    const lines = wrap(entity.name);
    const w = Math.max(...lines.map((line) => ctx.measureText(line).width)) + 4;
    const options = rooms(at, drawn.nodes[row].size * scale, w, lines.length * size * 1.15);
    const free = (room) => !taken.some((other) => overlaps(room, other));
    const clear = (room) => !discs.some((disc) => disc.row !== row && overlaps(room, disc));
    const must = seen.chosen && (seen.chosen.node === row || seen.chosen.edge !== undefined);
    const room = options.find((one) => free(one) && clear(one)) ?? (must || seen.hover === row ? options[0] : null);
    if (!room) continue;
    taken.push(room);
    writeLabel(ctx, lines, room, size);
  }
  ctx.restore();
  seen.labels = taken.length;
}

function writeLabel(ctx, lines, room, size) {
  lines.forEach((line, index) => {
    const x = room.x + room.w / 2;
    const y = room.y + index * size * 1.15;
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = css("--halo");
    ctx.strokeText(line, x, y);
    ctx.fillStyle = css("--ink");
    ctx.fillText(line, x, y);
  });
}

network.on("afterDrawing", drawLabels);
