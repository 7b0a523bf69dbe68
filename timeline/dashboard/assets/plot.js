// A Plotly chart that is updated in place, and tells Python what was picked and what is visible.

import { hasWebGL, isDark, loadPlotly, prefersStill, recoloured, unfolded } from "./edition.js";
import { listenToKeys } from "./keys.js";
import { letter, wordsOf } from "./lettering.js";
import { showKey } from "./mapkey.js";
import { remember, ringOnOutlines } from "./marks.js";
import { Overview } from "./overview.js";
import { savePicture } from "./picture.js";
import { Ring } from "./ring.js";
import { follow, select, settled } from "./selection.js";
import { around, DAY, read, write } from "./span.js";
import { canvasOf, closeList, drawLand, fill, filling, Journey, listEvents, repaint, styleOf, zoomFor } from "./world.js";

const charts = new WeakMap();
const GRACE = 1000; // milliseconds
const CONFIG = {
  displaylogo: false,
  responsive: false,
  scrollZoom: false,
  showSendToCloud: false,
  plotlyServerURL: "",
  doubleClick: false,
  modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d", "resetScale2d", "toImage"],
};

// Whether a map is drawn by WebGL: "flat" says that its figure is one of plain outlines already.
const drawnByGL = (data) => Boolean(data.map && hasWebGL && !data.map.flat);
const drawnFlat = (data) => Boolean(data.map) && !drawnByGL(data);

function prepare(chart, data, element, dark) {
  const useMap = drawnByGL(data);
  const source = drawnFlat(data) && !data.map.flat ? data.fallback : data.figure;
  const parsed = unfolded(JSON.parse(source));
  const figure = dark ? recoloured(parsed, data.swaps) : parsed;
  const layout = figure.layout;
  layout.autosize = true;
  delete layout.width;
  const before = element._fullLayout;
  if (useMap) {
    // Plotly loads a map anew for another style: it keeps its first one, and is repainted.
    chart.style ??= styleOf(data.map, dark);
    layout.map.style = chart.style;
    const canvas = canvasOf(element);
    if (canvas && before.uirevision === layout.uirevision) {
      layout.map.zoom = canvas.getZoom();
      layout.map.center = { lon: canvas.getCenter().lng, lat: canvas.getCenter().lat };
    } else if (layout.meta.view) {
      layout.map.zoom = zoomFor(layout.meta.view, element.clientWidth || 700, layout.height);
    }
  } else if (layout.geo) {
    const [[west, east], [south, north]] = [layout.geo.lonaxis.range, layout.geo.lataxis.range];
    const view = [west, south, east, north];
    Object.assign(layout.geo, filling(view, element.clientWidth || 700, layout.height));
  } else if (before?.xaxis && before.uirevision === layout.uirevision) {
    // What the reader looks at may be newer than what the server drew for.
    layout.xaxis.range = before.xaxis.range.slice();
  }
  return figure;
}

function configOf(Plotly, element, name) {
  const picture = {
    name: "Picture (PNG)",
    icon: Plotly.Icons.camera,
    click: () => savePicture(element, name),
  };
  return { ...CONFIG, modeBarButtonsToAdd: [picture] };
}

function visible(element) {
  const layout = element._fullLayout;
  if (!layout) return null;
  if (layout._has("cartesian")) {
    const range = layout.xaxis.range.map(String);
    return { range, width: Math.round(layout.width), revision: layout.uirevision };
  }
  const canvas = layout.map?._subplot?.map;
  if (!canvas) return null;
  const { lng, lat } = canvas.getCenter();
  const at = [lng, lat, canvas.getZoom()].map((value) => Number(value.toFixed(2)));
  return { at, revision: layout.uirevision };
}

function report(chart, element) {
  const look = visible(element);
  if (!look) return;
  const text = JSON.stringify(look);
  if (text === chart.look) return;
  chart.look = text;
  chart.component.setStateValue("look", look);
}

function clicked(chart, element, event) {
  const cell = event.points.find((point) => point.data.name === "__cells");
  if (cell) {
    // A heatmap's point stands in the middle of its cell.
    const edges = cell.data.x.map(read);
    const at = Math.max(edges.findIndex((edge) => edge > read(cell.x)) - 1, 0);
    const length = Math.max(edges[at + 1] - edges[at], DAY / 2);
    const range = around((edges[at] + edges[at + 1]) / 2, length * 1.1);
    window.Plotly.relayout(element, { "xaxis.range": range.map(write) });
    return;
  }
  const data = event.points.find((point) => point.customdata)?.customdata;
  if (!data) return;
  closeList(chart.stage);
  const canvas = canvasOf(element);
  if (data[9] && canvas) {
    const { lon, lat } = event.points.find((point) => point.customdata);
    const view = { center: [lon, lat], zoom: canvas.getZoom() + 2 };
    canvas.once("moveend", () => report(chart, element));
    if (prefersStill()) canvas.jumpTo(view);
    else canvas.easeTo({ ...view, duration: 600 });
    return;
  }
  if (Array.isArray(data[5]) && data[5].length > 1) {
    const box = chart.stage.getBoundingClientRect();
    const where = { x: event.event.clientX - box.left, y: event.event.clientY - box.top };
    listEvents(chart.stage, data, where, (id) => select(() => chart.component, id));
    return;
  }
  const id = Array.isArray(data[5]) ? data[5][0] : data[0];
  if (id) select(() => chart.component, id);
}

function listen(chart, element) {
  element.on("plotly_click", (event) => clicked(chart, element, event));
  element.on("plotly_doubleclick", () => {
    const { fit } = element.layout.meta ?? {};
    if (chart.overview) chart.overview.pressed("Fit");
    else if (fit) window.Plotly.relayout(element, { "xaxis.range": fit });
  });
  element.on("plotly_relayouting", () => {
    closeList(chart.stage);
    chart.ring.place();
  });
  element.on("plotly_afterplot", () => chart.ring.place());
  canvasOf(element)?.on("move", () => chart.ring.place());
  element.on("plotly_relayout", () => {
    chart.overview?.show();
    clearTimeout(chart.timer);
    chart.timer = setTimeout(() => report(chart, element), 250);
    letterAgain(chart, element);
  });
}

async function ringed(chart, element, id) {
  const outlines = element._fullLayout._has("geo");
  chart.ring.show(outlines ? null : id);
  if (outlines) await ringOnOutlines(element, id);
}

// The names on a map without WebGL depend on its zoom.
function letterAgain(chart, element) {
  if (chart.words) chart.queue = chart.queue.then(() => letter(element, chart.words));
}

// Whether the server was asked for another figure, which it can draw while the library loads.
function asked(chart, element, data) {
  if (drawnFlat(data) && !data.map.flat && !data.fallback) {
    // A map without WebGL is drawn only for those who need it.
    chart.component.setStateValue("look", { flat: true });
    return true;
  }
  // Nobody hears it on a page that stands alone.
  if (chart.drawn || chart.measured || data.map || data.alone) return false;
  chart.measured = true;
  const { width: guess } = JSON.parse(data.figure).layout.meta ?? {};
  const width = Math.round(element.clientWidth);
  if (!width || !guess || Math.abs(width - guess) <= 20) return false;
  chart.component.setStateValue("look", { width });
  return true;
}

async function draw(chart, element, data) {
  const loading = loadPlotly(data.plotly);
  if (asked(chart, element, data)) return;
  const Plotly = await loading;
  if (chart.gone) return;
  const dark = isDark(element);
  const text = `${dark}${data.figure}`;
  const same = chart.drawn === text;
  if (!same) {
    const figure = prepare(chart, data, element, dark);
    if (drawnFlat(data)) {
      await drawLand(figure, data.map.land);
      chart.words = await wordsOf(figure, data.map.labels);
    }
    element.style.height = `${figure.layout.height}px`;
    if (chart.dark !== undefined && chart.dark !== dark && drawnByGL(data)) {
      repaint(element, data.map, dark);
    }
    chart.dark = dark;
    // The same object each time: Plotly begins a chart anew for another configuration.
    chart.config ??= configOf(Plotly, element, data.map ? "map" : "timeline");
    await Plotly.react(element, figure.data, figure.layout, chart.config);
    if (chart.gone) return;
    if (chart.words) await letter(element, chart.words);
    chart.drawn = text;
    element.dataset.drawn = String(Number(element.dataset.drawn ?? 0) + 1);
    if (!chart.listens) {
      chart.listens = true;
      listen(chart, element);
    }
    chart.box.style.setProperty("--figure-day", dark ? data.swaps["#A63D2F"] : "#A63D2F");
    closeList(chart.stage);
    if (data.overview) remember(element);
    const look = visible(element);
    const wanted = figure.layout.meta?.width;
    if (look?.width && wanted && Math.abs(look.width - wanted) > 20) report(chart, element);
    // Other articles look as the server has drawn them: there is nothing to tell it.
    else if (chart.revision !== figure.layout.uirevision) chart.look = JSON.stringify(look);
    chart.revision = figure.layout.uirevision;
  }
  if (drawnByGL(data)) fill(element, data.map);
  if (data.map) {
    chart.journey ??= new Journey(chart.box.querySelector(".journey"), element, (stop) => {
      if (stop.id) select(() => chart.component, stop.id, 400);
      chart.say(`${stop.place}, ${stop.when}`);
    });
    chart.journey.update(data.map.journeys);
    const toned = (colour) => (dark ? data.swaps[colour] : colour);
    showKey(chart.box.querySelector(".map-key"), data.map.key, toned);
  }
  if (data.overview) {
    chart.overview ??= new Overview(chart.box.querySelector(".overview"), element, chart);
    chart.overview.update(data.overview);
  }
  const selected = settled(data.selected);
  if (!same || chart.ringed !== selected) {
    chart.selected = selected;
    chart.ringed = selected;
    await ringed(chart, element, selected);
  }
  element.dataset.ready = String(Number(element.dataset.ready ?? 0) + 1);
}

function start(parent, element) {
  const box = parent.querySelector(".figure");
  const chart = { queue: Promise.resolve(), box, stage: box.querySelector(".stage") };
  chart.ring = new Ring(chart.stage, element);
  chart.say = (text) => (box.querySelector(".figure-said").textContent = text);
  chart.leave = follow((id) => {
    if (!element._fullLayout || chart.selected === id) return;
    chart.selected = id;
    chart.ringed = id;
    chart.queue = chart.queue.then(() => ringed(chart, element, id));
  });
  listenToKeys(chart, element, chart.say);
  chart.observer = new ResizeObserver(() => {
    if (element._fullLayout && element.clientWidth) {
      window.Plotly.Plots.resize(element).then(() => {
        letterAgain(chart, element);
        if (canvasOf(element)) return; // a map of another size looks at the same
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
  const call = (chart.calls = (chart.calls ?? 0) + 1);
  element.setAttribute("aria-label", data.alt);
  chart.queue = chart.queue
    .then(() => draw(chart, element, data))
    .catch((error) => {
      if (chart.gone) return; // taken off the page while it was being drawn
      element.textContent = `This figure could not be drawn: ${error.message}`;
      console.error(error);
    });
  return () => {
    // Streamlit cleans up after a call that a newer one overtakes, too, sometimes before the newer
    // one has come: a chart goes only when nothing has asked for it for a while.
    setTimeout(() => {
      if (call === chart.calls) finish(chart, parentElement, element);
    }, GRACE);
  };
}

function finish(chart, parent, element) {
  chart.gone = true;
  chart.leave();
  chart.journey?.stop();
  chart.observer.disconnect();
  clearTimeout(chart.timer);
  charts.delete(parent);
  if (window.Plotly && element._fullLayout) window.Plotly.purge(element);
}
