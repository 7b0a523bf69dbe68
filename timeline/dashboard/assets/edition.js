// The library, and the light or dark edition of a figure.

export const absolute = (address) => new URL(address, document.baseURI).href;

let library = null;

export function loadPlotly(address) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = absolute(address);
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error(`could not load ${script.src}`));
    document.head.appendChild(script);
  });
  return library;
}

export const hasWebGL = (() => {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
})();

export const prefersStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function isDark(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const pen = document.createElement("canvas").getContext("2d");
  pen.fillStyle = colour || "#ffffff";
  const [red, green, blue] = [1, 3, 5].map((i) => parseInt(pen.fillStyle.slice(i, i + 2), 16));
  return 0.3 * red + 0.59 * green + 0.11 * blue < 128;
}

// Where the words of articles stand: whatever colour they name is theirs.
const WORDS = new Set(["customdata", "text", "hovertext", "title", "ticktext", "name", "meta"]);

// The same part of a figure in the colours of the dark edition.
export function recoloured(part, swaps) {
  if (typeof part === "string") {
    let text = part;
    for (const [light, dark] of Object.entries(swaps)) text = text.replaceAll(light, dark);
    return text;
  }
  if (Array.isArray(part)) return part.map((item) => recoloured(item, swaps));
  if (part === null || typeof part !== "object") return part;
  const entries = Object.entries(part).map(([key, value]) => {
    // A `title` may hold its own font beside its text.
    const words = WORDS.has(key) && (typeof value !== "object" || Array.isArray(value));
    return [key, words || key === "customdata" ? value : recoloured(value, swaps)];
  });
  return Object.fromEntries(entries);
}

// The server sends the hover text of an event once: the points along its mark only count events.
export function unfolded(figure) {
  const events = new Map();
  for (const trace of figure.data) {
    if (trace.name === "__events") events.set(trace.xaxis ?? "x", trace.customdata ?? []);
  }
  for (const trace of figure.data) {
    if (trace.name !== "__reach" || !trace.customdata) continue;
    const own = events.get(trace.xaxis ?? "x");
    trace.customdata = trace.customdata.map((number) => own[number]);
  }
  return figure;
}
