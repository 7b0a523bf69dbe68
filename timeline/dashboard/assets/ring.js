// The ring around the selected event, an element of the page that lies above the figure: a figure
// that Plotly draws anew for each selection answers half a second later.

import { find } from "./marks.js";
import { read } from "./span.js";
import { canvasOf } from "./world.js";

const DOT = 20; // pixels across
const BAR = 21; // pixels of height
const PLACE = 36; // pixels across

const axisOf = (element, name) => element._fullLayout[`${name[0]}axis${name.slice(1)}`];

// Where an event's mark stands in a timeline: middle and size in pixels; null outside of the plot.
export function frameOf(element, { trace, at }) {
  const across = axisOf(element, trace.xaxis ?? "x");
  const down = axisOf(element, trace.yaxis ?? "y");
  const y = down._offset + down.d2p(trace.y[at]);
  const [low, high] = [across._offset, across._offset + across._length];
  const bar = trace.meta?.[at];
  if (!bar) {
    const x = across._offset + across.d2p(trace.x[at]);
    return x < low || x > high ? null : { x, y, width: DOT, height: DOT };
  }
  const [start, end] = [bar[0], read(bar[0]) + bar[1]].map((edge) => low + across.d2p(edge));
  if (end < low || start > high) return null;
  // An end that lies outside is left open by the edge of the plot.
  const [left, right] = [Math.max(start - 4, low - DOT), Math.min(end + 4, high + DOT)];
  return { x: (left + right) / 2, y, width: right - left, height: BAR, from: low, to: high };
}

function placeOf(element, { trace, at }) {
  const canvas = canvasOf(element);
  const { x, y } = canvas.project([trace.lon[at], trace.lat[at]]);
  const { clientWidth, clientHeight } = canvas.getContainer();
  const seen = x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight;
  return seen ? { x, y, width: PLACE, height: PLACE } : null;
}

export class Ring {
  constructor(stage, element) {
    this.element = element;
    this.id = null;
    this.box = document.createElement("div");
    this.box.className = "ring";
    this.box.hidden = true;
    stage.append(this.box);
  }

  // Ring an event, or none.
  show(id) {
    this.id = id;
    this.place();
  }

  // Stand where the event is now, after the figure was drawn anew, moved or zoomed.
  place() {
    const { element, box } = this;
    const found = this.id == null || !element._fullLayout ? null : find(element, this.id);
    const onMap = Boolean(canvasOf(element));
    const frame = found && (onMap ? placeOf(element, found) : frameOf(element, found));
    box.hidden = !frame;
    if (!frame) return;
    const { x, y, width, height, from, to } = frame;
    box.style.width = `${width}px`;
    box.style.height = `${height}px`;
    box.style.transform = `translate(${x - width / 2}px, ${y - height / 2}px)`;
    const left = x - width / 2;
    box.style.clipPath =
      from === undefined
        ? ""
        : `inset(-4px ${Math.max(left + width - to, -4)}px -4px ${Math.max(from - left, -4)}px)`;
  }
}
