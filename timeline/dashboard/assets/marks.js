// Events in a chart: where they stand, in which order, what is said of them.

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

// Ring an event on a map of plain outlines, which Plotly alone can place.
export async function ringOnOutlines(element, id) {
  const at = element._fullData.findIndex((trace) => trace.name === "__selected");
  if (at < 0) return;
  const found = id == null ? null : find(element, id);
  const [lon, lat] = ["lon", "lat"].map((axis) => [found ? found.trace[axis][found.at] : null]);
  if (element._fullData[at].lon?.[0] === lon[0]) return;
  await window.Plotly.restyle(element, { lon: [lon], lat: [lat] }, [at]);
}
