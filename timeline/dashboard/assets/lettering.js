// Words on the map without WebGL: numbers and names, as many as do not meet one another.

import { absolute } from "./edition.js";
import { plain } from "./marks.js";

const TRACES = ["__numbers", "__names", "__countries"]; // the first ones get their room first
const GAP = 3; // pixels between words and what stands beside them
const LEAST = 20; // pixels across that a country has if it is named
const INSIDE = [[0, 0]];
const BESIDE = [
  [0, 1], // below, above, to the right, to the left
  [0, -1],
  [1, 0],
  [-1, 0],
];

const boxed = (x, y, wide, high) => ({
  left: x - wide / 2,
  right: x + wide / 2,
  top: y - high / 2,
  bottom: y + high / 2,
});
const meet = (a, b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// The middle of each word where it meets nothing, the first one first; null: there is none.
// A word stands on its point, or `beside` pixels from it. What is placed is added to `taken`.
export function settle(words, taken, width, height) {
  return words.map(({ x, y, wide, high, beside = 0 }) => {
    for (const [across, down] of beside ? BESIDE : INSIDE) {
      const middle = [x + across * (beside + wide / 2), y + down * (beside + high / 2)];
      const box = boxed(...middle, wide, high);
      const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      if (!inside || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      return middle;
    }
    return null;
  });
}

// The words of a figure, taken out of it: `letter` puts back those that have room.
export async function wordsOf(figure, address) {
  const traces = TRACES.map((name) => figure.data.find((trace) => trace.name === name));
  const { features } = await (await fetch(absolute(address))).json(); // the largest country first
  Object.assign(traces[2], {
    text: features.map(({ properties }) => properties.name),
    size: features.map(({ properties }) => Math.sqrt(properties.rank)), // degrees across
    lon: features.map(({ geometry }) => geometry.coordinates[0]),
    lat: features.map(({ geometry }) => geometry.coordinates[1]),
  });
  return traces.map((trace) => {
    const { text, lon, lat, textfont, size: degrees = [] } = trace;
    Object.assign(trace, { text: [""], lon: [null], lat: [null] });
    delete trace.size;
    const of = (values, at) => (Array.isArray(values) ? values[at] : values);
    return text.map((word, at) => ({
      text: word,
      lon: lon[at],
      lat: lat[at],
      degrees: degrees[at],
      size: of(textfont.size, at),
      colour: of(textfont.color, at),
      family: textfont.family,
    }));
  });
}

const pen = document.createElement("canvas").getContext("2d");

function widthOf({ text, size, family }) {
  pen.font = `${size}px ${family}`;
  return pen.measureText(plain(text)).width + 2 * GAP;
}

// Write the words that have room at this zoom.
export async function letter(element, [numbers, names, countries]) {
  const { projection } = element._fullLayout?.geo?._subplot ?? {};
  if (!projection) return; // the chart has gone since
  const { width, height } = element._fullLayout;
  const [[west], [east]] = [projection([0, 0]), projection([1, 0])];
  const degree = Math.abs(east - west); // in pixels
  const events = element._fullData.find((trace) => trace.name === "__events");
  const place = (lon, lat) => `${lon} ${lat}`;
  const sizes = new Map();
  for (const [at, size] of Array.from(events.marker.size ?? []).entries()) {
    sizes.set(place(events.lon[at], events.lat[at]), size);
  }
  const ready = (words) =>
    words.map((word) => {
      const [x, y] = projection([word.lon, word.lat]) ?? [NaN, NaN];
      return { ...word, x, y, mark: sizes.get(place(word.lon, word.lat)) ?? 0 };
    });
  // The numbers are those of all marks, the topmost first: one under another mark is left out.
  const marks = ready(numbers);
  const numbered = marks.filter(
    ({ text, x, y }, at) =>
      text && !marks.slice(0, at).some((over) => Math.hypot(over.x - x, over.y - y) < over.mark / 2 + 5),
  );
  const called = ready(names).map((word) => ({
    ...word,
    wide: widthOf(word),
    high: word.size * 1.2,
    beside: word.mark / 2 + GAP,
  }));
  const said = new Set(names.map(({ text }) => text));
  const others = ready(
    countries.filter(({ text, degrees }) => !said.has(text) && degrees * degree >= LEAST),
  );
  const lands = others.map((word) => ({ ...word, wide: widthOf(word), high: word.size * 1.4 }));
  const taken = marks.map(({ x, y, mark }) => boxed(x, y, mark, mark));
  const written = [
    [numbered, numbered.map(({ x, y }) => [x, y])],
    [called, settle(called, taken, width, height)],
    [lands, settle(lands, taken, width, height)],
  ].map(([words, middles]) =>
    words.flatMap((word, at) => {
      const [lon, lat] = (middles[at] && projection.invert(middles[at])) ?? [null, null];
      return lon === null ? [] : [{ ...word, lon, lat }];
    }),
  );
  const each = (value) => written.map((words) => (words.length ? words.map(value) : [null]));
  const indices = TRACES.map((name) =>
    element._fullData.findIndex((trace) => trace.name === name),
  );
  const change = {
    lon: each(({ lon }) => lon),
    lat: each(({ lat }) => lat),
    text: each(({ text }) => text),
    "textfont.color": each(({ colour }) => colour),
    "textfont.size": each(({ size }) => size),
  };
  await window.Plotly.restyle(element, change, indices);
}
