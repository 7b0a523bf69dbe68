// A Plotly chart that is updated in place, and tells Python what was picked and what is visible.

const SELECT = "news-timeline:select";
const charts = new WeakMap();
let library = null;

function absolute(address) {
  return new URL(address, document.baseURI).href;
}

function loadPlotly(address) {
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

const hasWebGL = (() => {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
})();

function isDark(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const pen = document.createElement("canvas").getContext("2d");
  pen.fillStyle = colour || "#ffffff";
  const [red, green, blue] = [1, 3, 5].map((i) => parseInt(pen.fillStyle.slice(i, i + 2), 16));
  return 0.3 * red + 0.59 * green + 0.11 * blue < 128;
}

// Where the words of articles stand: whatever colour they name is theirs.
const WORDS = new Set(["customdata", "text", "hovertext", "title", "ticktext", "name", "meta"]);

// The same part of a figure in the colours of the dark edition.
function recoloured(part, swaps) {
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

// The zoom at which a rectangle in degrees fits a map of this size (512 pixels a world at 0).
function zoomFor([west, south, east, north], width, height) {
  const mercator = (latitude) => Math.asinh(Math.tan((latitude * Math.PI) / 180));
  const across = Math.max((east - west) / 360, 1e-6);
  const up = Math.max((mercator(north) - mercator(south)) / (2 * Math.PI), 1e-6);
  const zoom = Math.log2(Math.min(width / 512 / across, height / 512 / up));
  return Math.min(Math.max(zoom, 0.2), 6);
}

function prepare(data, element, dark) {
  const useMap = data.map && hasWebGL;
  const source = data.map && !hasWebGL && data.fallback ? data.fallback : data.figure;
  const parsed = JSON.parse(source);
  const figure = dark ? recoloured(parsed, data.swaps) : parsed;
  const layout = figure.layout;
  layout.autosize = true;
  delete layout.width;
  if (useMap) {
    layout.map.style = structuredClone(data.map.styles[dark ? "dark" : "light"]);
    for (const part of Object.values(layout.map.style.sources)) {
      if (typeof part.data === "string") part.data = absolute(part.data);
    }
    layout.map.zoom = zoomFor(layout.meta.view, element.clientWidth || 700, layout.height);
  }
  return figure;
}

// Land for the map without WebGL: rings as one line with gaps.
async function drawLand(figure, address) {
  const land = figure.data.find((trace) => trace.name === "__land");
  if (!land) return;
  const countries = await (await fetch(absolute(address))).json();
  land.lon = [];
  land.lat = [];
  for (const { geometry } of countries.features) {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const [ring] of polygons) {
      if (ring.length < 8) continue;
      // d3 fills what lies to the right of a ring: run it clockwise, or the sea is filled.
      let twice = 0;
      for (let i = 1; i < ring.length; i++) {
        twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
      }
      for (const [lon, lat] of twice > 0 ? [...ring].reverse() : ring) {
        land.lon.push(lon);
        land.lat.push(lat);
      }
      land.lon.push(null);
      land.lat.push(null);
    }
  }
}

// What the style leaves to us: ways, names and numbers of places, countries to tint.
function fill(element, map) {
  const canvas = element._fullLayout.map?._subplot?.map;
  if (!canvas) return;
  for (const name of ["routes", "places"]) canvas.getSource(name)?.setData(map[name]);
  if (canvas.getLayer("tint")) {
    canvas.setFilter("tint", ["in", ["get", "iso2"], ["literal", map.tint]]);
  }
}

const has = (data, id) => data[0] === id || (Array.isArray(data[5]) && data[5].includes(id));

// Where an event stands in a chart: its trace and the position in it.
function find(element, id) {
  for (const trace of element._fullData ?? []) {
    if (trace.name !== "__events" || !trace.customdata) continue;
    const at = trace.customdata.findIndex((data) => has(data, id));
    if (at >= 0) return { trace, at };
  }
  return null;
}

async function ring(element, id) {
  const found = id == null ? null : find(element, id);
  const range = element._fullLayout.xaxis?.range?.slice();
  for (const [index, trace] of element._fullData.entries()) {
    if (trace.name !== "__selected") continue;
    const here = found && (trace.xaxis ?? "") === (found.trace.xaxis ?? "") ? found : null;
    const axes = trace.type === "scatter" ? ["x", "y"] : ["lon", "lat"];
    const move = {};
    for (const axis of axes) move[axis] = [here ? [here.trace[axis][here.at]] : [null]];
    // A restyle of x alone would turn a date axis into a linear one.
    const hold =
      trace.type === "scatter"
        ? { "xaxis.type": "date", "xaxis.range": range, "xaxis.autorange": false }
        : {};
    await window.Plotly.update(element, move, hold, [index]);
  }
}

function visible(chart, element) {
  const layout = element._fullLayout;
  if (!layout?._has("cartesian")) return null;
  const range = layout.xaxis.range.map(String);
  return { range, width: Math.round(layout.width), revision: layout.uirevision };
}

function report(chart, element) {
  const look = visible(chart, element);
  if (!look) return;
  const text = JSON.stringify(look);
  if (text === chart.look) return;
  chart.look = text;
  chart.component.setStateValue("look", look);
}

function listen(chart, element) {
  element.on("plotly_click", (event) => {
    const data = event.points.find((point) => point.customdata)?.customdata;
    if (!data) return;
    // Several events at one place: each click goes on to the next.
    const ids = Array.isArray(data[5]) ? data[5] : [data[0]];
    const id = ids[(ids.indexOf(chart.selected) + 1) % ids.length];
    if (!id) return;
    window.dispatchEvent(new CustomEvent(SELECT, { detail: id }));
    chart.component.setTriggerValue("pick", id);
  });
  element.on("plotly_relayout", () => {
    clearTimeout(chart.timer);
    chart.timer = setTimeout(() => report(chart, element), 250);
  });
}

async function draw(chart, element, data) {
  const Plotly = await loadPlotly(data.plotly);
  if (chart.gone) return;
  const dark = isDark(element);
  const text = `${dark}${data.figure}`;
  const same = chart.drawn === text;
  if (!same) {
    const figure = prepare(data, element, dark);
    if (data.map && !hasWebGL) await drawLand(figure, data.map.land);
    // Plotly keeps a map's style as long as the chart lives: another theme needs another chart.
    if (chart.dark !== dark && element._fullLayout) {
      Plotly.purge(element);
      chart.listens = false;
    }
    chart.dark = dark;
    element.style.height = `${figure.layout.height}px`;
    await Plotly.react(element, figure.data, figure.layout, {
      displaylogo: false,
      responsive: false,
      scrollZoom: false,
      showSendToCloud: false,
      plotlyServerURL: "",
      doubleClick: "reset",
      modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d", "toImage"],
    });
    if (chart.gone) return;
    chart.drawn = text;
    if (data.map && hasWebGL) fill(element, data.map);
    if (!chart.listens) {
      chart.listens = true;
      listen(chart, element);
    }
    const look = visible(chart, element);
    const wanted = figure.layout.meta?.width;
    if (look && wanted && Math.abs(look.width - wanted) > 20) report(chart, element);
    else chart.look ??= JSON.stringify(look);
  }
  if (!same || chart.ringed !== data.selected) {
    chart.selected = data.selected;
    chart.ringed = data.selected;
    await ring(element, data.selected);
  }
  element.dataset.ready = String(Number(element.dataset.ready ?? 0) + 1);
}

function start(parent, element) {
  const chart = { queue: Promise.resolve() };
  chart.follow = (event) => {
    if (!element._fullLayout || chart.selected === event.detail) return;
    chart.selected = event.detail;
    chart.ringed = event.detail;
    chart.queue = chart.queue.then(() => ring(element, event.detail));
  };
  window.addEventListener(SELECT, chart.follow);
  chart.observer = new ResizeObserver(() => {
    if (element._fullLayout && element.clientWidth) {
      window.Plotly.Plots.resize(element).then(() => {
        clearTimeout(chart.timer);
        chart.timer = setTimeout(() => report(chart, element), 250);
      });
    }
  });
  chart.observer.observe(parent);
  charts.set(parent, chart);
  return chart;
}

export default function (component) {
  const { data, parentElement } = component;
  const element = parentElement.querySelector(".plot");
  const chart = charts.get(parentElement) ?? start(parentElement, element);
  chart.component = component;
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", data.alt);
  chart.queue = chart.queue
    .then(() => draw(chart, element, data))
    .catch((error) => {
      if (chart.gone) return; // taken off the page while it was being drawn
      element.textContent = `This figure could not be drawn: ${error.message}`;
      console.error(error);
    });
  return () => {
    chart.gone = true;
    window.removeEventListener(SELECT, chart.follow);
    chart.observer.disconnect();
    clearTimeout(chart.timer);
    charts.delete(parentElement);
    if (window.Plotly && element._fullLayout) window.Plotly.purge(element);
  };
}
