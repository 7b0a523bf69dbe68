// The keyboard on a figure: arrows step through its events, Escape lets go.

import { prefersStill } from "./edition.js";
import { find, steps, words } from "./marks.js";
import { select } from "./selection.js";
import { read, reaching, write } from "./span.js";

const QUIET = 350; // milliseconds without a key before the server is told

// Where a key leads in a list of so many, from a place in it (-1: nowhere yet); null: nowhere.
export function destination(key, at, count) {
  if (!count) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "ArrowRight" || key === "ArrowDown") return at < 0 ? 0 : Math.min(at + 1, count - 1);
  if (key === "ArrowLeft" || key === "ArrowUp") return at < 0 ? count - 1 : Math.max(at - 1, 0);
  return null;
}

// Move a timeline or a map, no further than needed, so that an event is in view.
export function bringIntoView(element, id) {
  const found = find(element, id);
  if (!found) return;
  const { trace, at } = found;
  if (trace.type === "scatter") {
    if ((trace.xaxis ?? "x") !== "x") return;
    const range = element._fullLayout.xaxis.range.map(read);
    const [start, length] = trace.meta?.[at] ?? [trace.x[at], 0];
    const bar = [read(start), read(start) + length];
    const moved = reaching(range, bar, read(trace.x[at]));
    if (moved[0] !== range[0]) {
      window.Plotly.relayout(element, { "xaxis.range": moved.map(write) });
    }
    return;
  }
  const canvas = element._fullLayout.map?._subplot?.map;
  const place = [trace.lon[at], trace.lat[at]];
  if (canvas && !canvas.getBounds().contains(place)) {
    if (prefersStill()) canvas.jumpTo({ center: place });
    else canvas.easeTo({ center: place, duration: 500 });
  }
}

// The first event from the left edge of what is in view, or -1.
function firstInView(element, ids) {
  if (!element._fullLayout?._has("cartesian")) return -1;
  const start = read(element._fullLayout.xaxis.range[0]);
  return ids.findIndex((id) => {
    const { trace, at } = find(element, id);
    return (trace.xaxis ?? "x") === "x" && read(trace.x[at]) >= start;
  });
}

export function listenToKeys(chart, element, say) {
  element.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !element._fullLayout) return;
      if (event.key === "Escape") {
        if (chart.selected == null) return;
        select(() => chart.component, null);
        say("Nothing selected");
        event.preventDefault();
        return;
      }
      const ids = steps(element);
      const at = ids.indexOf(chart.selected);
      let next = destination(event.key, at, ids.length);
      if (next === null) return;
      if (at < 0 && /Right|Down/.test(event.key)) next = Math.max(firstInView(element, ids), 0);
      event.preventDefault();
      event.stopPropagation();
      const id = ids[next];
      if (id !== chart.selected) select(() => chart.component, id, QUIET);
      bringIntoView(element, id);
      say(`${next + 1} of ${ids.length}: ${words(element, id)}`);
    },
    true,
  );
}
