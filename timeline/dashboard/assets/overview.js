// The bar above the timeline: how many events there are in the whole range, and a brush on it.

import { find } from "./marks.js";
import { around, DAY, focus, read, spell, write } from "./span.js";

const LENGTHS = { Day: 1.25 * DAY, Week: 8 * DAY, Month: 33 * DAY, Year: 380 * DAY };
const LEAST = DAY / 2; // the shortest window that the brush makes
const SLIP = 4; // pixels that a click may move

function make(tag, name, attributes = {}) {
  const element = document.createElement(tag);
  element.className = name;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

// The bars of a histogram as one path, one unit wide each, 1 high at most.
export function bars(counts) {
  const most = Math.max(...counts, 1);
  return counts
    .map((count, i) => {
      // The root keeps single events in sight beside a crowd.
      const height = count ? Math.max(Math.sqrt(count / most), 0.12) : 0;
      return height ? `M${i + 0.08} 1h.84v${-height.toFixed(3)}h-.84z` : "";
    })
    .join("");
}

// The window that a drag makes: `part` is what was taken hold of.
export function dragged(part, [start, end], from, to, [low, high]) {
  const by = to - from;
  if (part === "whole") {
    const move = Math.min(Math.max(by, low - start), high - end);
    return low - start <= high - end ? [start + move, end + move] : [start, end];
  }
  if (part === "start") return [Math.min(start + by, end - LEAST), end];
  if (part === "end") return [start, Math.max(end + by, start + LEAST)];
  return [Math.min(from, to), Math.max(from, to, Math.min(from, to) + LEAST)];
}

function build(box) {
  const bar = make("div", "overview-bar", { role: "group", "aria-label": "Zoom" });
  const said = make("span", "overview-span");
  for (const name of ["Fit", ...Object.keys(LENGTHS), "All"]) {
    const button = make("button", "figure-button", { type: "button" });
    button.textContent = name;
    button.dataset.zoom = name;
    bar.append(button);
  }
  bar.append(said);
  const strip = make("div", "overview-strip");
  const chart = (name) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", name);
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    svg.append(document.createElementNS("http://www.w3.org/2000/svg", "path"));
    return svg;
  };
  const brush = make("div", "overview-brush", {
    role: "slider",
    tabindex: "0",
    "aria-label": "Visible time",
    "aria-valuemin": "0",
    "aria-valuemax": "100",
  });
  brush.append(make("span", "overview-edge overview-start"), make("span", "overview-edge overview-end"));
  const lines = make("div", "overview-lines");
  strip.append(chart("overview-bars"), chart("overview-bars overview-inside"), lines, brush);
  const ends = make("div", "overview-ends");
  ends.append(make("span", ""), make("span", ""));
  box.replaceChildren(bar, strip, ends);
  return { box, said, strip, brush, lines, ends };
}

export class Overview {
  constructor(box, element, chart) {
    this.parts = build(box);
    this.element = element;
    this.chart = chart;
    this.parts.box.addEventListener("click", (event) => this.pressed(event.target.dataset?.zoom));
    this.parts.strip.addEventListener("pointerdown", (event) => this.grasped(event));
    this.parts.brush.addEventListener("keydown", (event) => this.typed(event));
  }

  // What the server says: the whole range, its counts, particular days.
  update(data) {
    this.data = data;
    this.whole = [read(data.start), read(data.end)];
    const { strip, lines, ends } = this.parts;
    for (const svg of strip.querySelectorAll("svg")) {
      svg.setAttribute("viewBox", `0 0 ${data.counts.length} 1`);
      svg.firstChild.setAttribute("d", bars(data.counts));
    }
    const line = (moment, name, title) => {
      const mark = make("span", name, { title });
      mark.style.left = `${100 * this.share(read(moment))}%`;
      return mark;
    };
    lines.replaceChildren(
      ...data.anchors.map((day) => line(day, "overview-anchor", "day of an article")),
      ...(data.today ? [line(data.today, "overview-today", "today")] : []),
    );
    const [first, last] = this.whole.map((edge) => spell([edge, edge]));
    ends.firstChild.textContent = first;
    ends.lastChild.textContent = last;
    this.show();
  }

  share(moment) {
    const [low, high] = this.whole;
    return Math.min(Math.max((moment - low) / (high - low), 0), 1);
  }

  window() {
    return this.element._fullLayout.xaxis.range.map(read);
  }

  // Put the brush where the timeline is.
  show(range = this.window()) {
    const [left, right] = range.map((edge) => 100 * this.share(edge));
    const { brush, strip, said } = this.parts;
    brush.style.left = `${left}%`;
    brush.style.width = `${right - left}%`;
    strip.querySelector(".overview-inside").style.clipPath =
      `inset(0 ${(100 - right).toFixed(3)}% 0 ${left.toFixed(3)}%)`;
    said.textContent = spell(range);
    brush.setAttribute("aria-valuenow", String(Math.round((left + right) / 2)));
    brush.setAttribute("aria-valuetext", spell(range));
  }

  // Move the timeline; while it is still drawing, only the last wish counts.
  go(range) {
    this.show(range);
    this.wish = range;
    this.going ??= (async () => {
      while (this.wish) {
        const next = this.wish;
        this.wish = null;
        await window.Plotly.relayout(this.element, { "xaxis.range": next.map(write) });
      }
      this.going = null;
    })();
  }

  pressed(zoom) {
    if (!zoom) return;
    if (zoom === "All") return this.go(this.whole);
    if (zoom === "Fit") return this.go(this.data.fit.map(read));
    const found = this.chart.selected == null ? null : find(this.element, this.chart.selected);
    const dated = found && (found.trace.xaxis ?? "x") === "x";
    const chosen = dated ? read(found.trace.x[found.at]) : null;
    const middle = focus(this.window(), chosen, this.data.anchors.map(read));
    this.go(around(middle, LENGTHS[zoom]));
  }

  grasped(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    const { strip, brush } = this.parts;
    const box = strip.getBoundingClientRect();
    const [low, high] = this.whole;
    const at = (x) => {
      const share = Math.min(Math.max((x - box.left) / box.width, 0), 1);
      return low + share * (high - low);
    };
    const held = event.target.classList;
    const part = held.contains("overview-start")
      ? "start"
      : held.contains("overview-end")
        ? "end"
        : event.target === brush
          ? "whole"
          : "new";
    const before = this.window();
    const from = at(event.clientX);
    let moved = false;
    const move = (now) => {
      moved ||= Math.abs(now.clientX - event.clientX) > SLIP;
      if (moved) this.go(dragged(part, before, from, at(now.clientX), this.whole));
    };
    const drop = () => {
      strip.removeEventListener("pointermove", move);
      if (!moved && part === "new") this.go(around(from, before[1] - before[0]));
    };
    strip.setPointerCapture(event.pointerId);
    strip.addEventListener("pointermove", move);
    strip.addEventListener("pointerup", drop, { once: true });
    strip.addEventListener("pointercancel", drop, { once: true });
  }

  typed(event) {
    const [start, end] = this.window();
    const length = end - start;
    const by = { ArrowLeft: -0.2, ArrowRight: 0.2, PageUp: -0.9, PageDown: 0.9 }[event.key];
    if (by !== undefined) this.go([start + by * length, end + by * length]);
    else if (event.key === "ArrowUp") this.go(around((start + end) / 2, length / 1.5));
    else if (event.key === "ArrowDown") this.go(around((start + end) / 2, length * 1.5));
    else if (event.key === "Home") this.go(around(this.whole[0] + length / 2, length));
    else if (event.key === "End") this.go(around(this.whole[1] - length / 2, length));
    else return;
    event.preventDefault();
  }
}
