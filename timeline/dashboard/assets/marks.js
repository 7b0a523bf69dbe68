// Events in a chart: where they stand, in which order, what is said of them, and the ring.

// What the timeline shows, in the order of time: id -> title, time, status and place, people.
export const shown = new Map();

const idsOf = (data) => (Array.isArray(data[5]) ? data[5] : [data[0]]);

const eventTraces = (element) =>
  (element._fullData ?? []).filter((trace) => trace.name === "__events" && trace.customdata);

// Where an event stands in a chart: its trace and the position in it.
export function find(element, id) {
  for (const trace of eventTraces(element)) {
    const at = trace.customdata.findIndex((data) => data[0] === id || idsOf(data).includes(id));
    if (at >= 0) return { trace, at };
  }
  return null;
}

// Ids of a chart's events in the order in which a reader steps through them.
export function steps(element) {
  const ids = eventTraces(element).flatMap((trace) => Array.from(trace.customdata).flatMap(idsOf));
  const places = new Map([...shown.keys()].map((id, place) => [id, place]));
  const place = (id) => places.get(id) ?? Infinity;
  return [...new Set(ids)].sort((a, b) => place(a) - place(b) || 0);
}

export function remember(element) {
  shown.clear();
  for (const trace of eventTraces(element)) {
    for (const [id, ...lines] of trace.customdata) shown.set(id, lines);
  }
}

// Hover text is escaped for Plotly; spoken and listed text is not.
export function plain(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

// An event in words, as far as this chart or the timeline knows it.
export function words(element, id) {
  const found = find(element, id);
  const data = found && found.trace.customdata[found.at];
  const lines = shown.get(id) ?? (data && data[0] === id ? data.slice(1, 5) : [data?.[1] ?? ""]);
  return lines.filter(Boolean).map(plain).join(", ");
}

// What rings an event: a circle around a dot, an outline around the whole of a bar.
function ringOf(found, trace, axes) {
  const bar = found?.trace.meta?.[found.at] ?? null;
  if (!found || (trace.type === "bar") !== (bar !== null)) {
    return Object.fromEntries(axes.map((axis) => [axis, null]));
  }
  if (bar) return { base: bar[0], x: bar[1], y: found.trace.y[found.at] };
  return Object.fromEntries(axes.map((axis) => [axis, found.trace[axis][found.at]]));
}

const axesOf = (trace) =>
  trace.type === "bar" ? ["base", "x", "y"] : trace.type === "scatter" ? ["x", "y"] : ["lon", "lat"];

export async function ring(element, id) {
  const found = id == null ? null : find(element, id);
  const range = element._fullLayout.xaxis?.range?.slice();
  const moves = [];
  for (const [index, trace] of element._fullData.entries()) {
    if (trace.name !== "__selected") continue;
    const here = found && (trace.xaxis ?? "") === (found.trace.xaxis ?? "") ? found : null;
    const axes = axesOf(trace);
    const next = ringOf(here, trace, axes);
    if (axes.every((axis) => (trace[axis]?.[0] ?? null) === next[axis])) continue;
    moves.push({ index, next });
  }
  if (!moves.length) return;
  // All in one update; what is undefined for a trace is left alone.
  const move = {};
  for (const axis of new Set(moves.flatMap(({ next }) => Object.keys(next)))) {
    move[axis] = moves.map(({ next }) => (axis in next ? [next[axis]] : undefined));
  }
  // A restyle of x alone would turn a date axis into a linear one.
  const hold = range ? { "xaxis.type": "date", "xaxis.range": range, "xaxis.autorange": false } : {};
  await window.Plotly.update(element, move, hold, moves.map(({ index }) => index));
}
