// The map: land, ways and names, the edition of its style, the list of one place, the journey.

import { absolute, prefersStill } from "./edition.js";
import { plain } from "./marks.js";

export const canvasOf = (element) => element._fullLayout?.map?._subplot?.map;

// The zoom at which a rectangle in degrees fits a map of this size (512 pixels a world at 0).
export function zoomFor([west, south, east, north], width, height) {
  const mercator = (latitude) => Math.asinh(Math.tan((latitude * Math.PI) / 180));
  const across = Math.max((east - west) / 360, 1e-6);
  const up = Math.max((mercator(north) - mercator(south)) / (2 * Math.PI), 1e-6);
  const zoom = Math.log2(Math.min(width / 512 / across, height / 512 / up));
  return Math.min(Math.max(zoom, 0.2), 6);
}

// The axes of a map without WebGL on which a rectangle in degrees, and what is around it, fills
// so many pixels.
export function filling([west, south, east, north], width, height) {
  const up = (latitude) => Math.asinh(Math.tan((latitude * Math.PI) / 180));
  const down = (y) => (Math.atan(Math.sinh(y)) * 180) / Math.PI;
  const across = ((east - west) * Math.PI) / 180;
  const high = up(north) - up(south);
  const wide = Math.min(Math.max(across, (high * width) / height), 2 * Math.PI);
  const tall = Math.max(high, (wide * height) / width);
  const [lon, y] = [(west + east) / 2, (up(south) + up(north)) / 2];
  const half = (wide * 90) / Math.PI;
  // Plotly joins the corners of a view by great circles, four a side, and makes room for what bulges
  // out: an edge that is so much nearer the equator bulges out to where it is wanted.
  const edge = (at, outwards) => {
    const bulge = at * outwards > 0 ? Math.cos(wide / 8) : 1;
    return (Math.atan(Math.sinh(at) * bulge) * 180) / Math.PI;
  };
  return {
    lonaxis: { range: [lon - half, lon + half] },
    lataxis: { range: [edge(y - tall / 2, -1), edge(y + tall / 2, 1)] },
    center: { lon, lat: down(y) },
  };
}

// Land for the map without WebGL: rings as one line with gaps.
export async function drawLand(figure, address) {
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

// The style as the map first gets it, with whole addresses.
export function styleOf(map, dark) {
  const style = structuredClone(map.styles[dark ? "dark" : "light"]);
  for (const part of Object.values(style.sources)) {
    if (typeof part.data === "string") part.data = absolute(part.data);
  }
  return style;
}

// What the style leaves to us: ways, names and numbers of places, countries to tint, tiles.
export function fill(element, map) {
  const canvas = canvasOf(element);
  if (!canvas) return;
  for (const name of ["routes", "places"]) canvas.getSource(name)?.setData(map[name]);
  if (canvas.getLayer("tint")) {
    canvas.setFilter("tint", ["in", ["get", "iso2"], ["literal", map.tint]]);
  }
  const online = Boolean(canvas.getLayer("tiles"));
  if (map.tiles && !online) {
    const { url, credit } = map.tiles;
    canvas.addSource("tiles", { type: "raster", tiles: [url], tileSize: 256, attribution: credit });
    canvas.addLayer({ id: "tiles", type: "raster", source: "tiles" }, "tint");
  } else if (!map.tiles && online) {
    canvas.removeLayer("tiles");
    canvas.removeSource("tiles");
  }
}

// Another edition of the same style, without loading the map anew.
export function repaint(element, map, dark) {
  const canvas = canvasOf(element);
  for (const layer of map.styles[dark ? "dark" : "light"].layers) {
    if (!canvas?.getLayer(layer.id)) continue;
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      canvas.setPaintProperty(layer.id, name, value);
    }
  }
}

function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

// Several events at one place: a list to choose from, beside the place.
export function listEvents(stage, data, { x, y }, choose) {
  closeList(stage);
  const box = make("div", "spot-list");
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", `Events in ${plain(data[6])}`);
  const head = make("div", "spot-head");
  const close = make("button", "figure-button", "Close");
  close.type = "button";
  head.append(make("strong", "", plain(data[6])), close);
  const list = make("ul", "");
  for (const [at, id] of data[5].entries()) {
    const [title, when] = data[7][at].map(plain);
    const button = make("button", "spot-event");
    button.type = "button";
    button.dataset.event = id;
    button.append(make("span", "", title), make("small", "", when));
    button.addEventListener("click", () => choose(id));
    const item = make("li", "");
    item.append(button);
    list.append(item);
  }
  const more = data[8] - data[5].length;
  if (more > 0) list.append(make("li", "spot-more", `and ${more.toLocaleString("en")} more in the table`));
  box.append(head, list);
  stage.append(box);
  const left = Math.min(Math.max(x + 14, 8), Math.max(stage.clientWidth - box.offsetWidth - 8, 8));
  const top = Math.min(Math.max(y - 20, 8), Math.max(stage.clientHeight - box.offsetHeight - 8, 8));
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
  const before = document.activeElement;
  const shut = () => {
    closeList(stage);
    before?.focus?.({ preventScroll: true });
  };
  close.addEventListener("click", shut);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    shut();
  });
  list.querySelector("button")?.focus({ preventScroll: true });
}

export const closeList = (stage) => stage.querySelector(".spot-list")?.remove();

const PACE = 2200; // milliseconds at each stop

// A journey, one stop after another: by hand, or by itself until it ends.
export class Journey {
  constructor(box, element, visit) {
    this.box = box;
    this.element = element;
    this.visit = visit;
    this.at = -1;
    this.choice = make("select", "figure-button");
    this.choice.setAttribute("aria-label", "Traveller");
    this.play = make("button", "figure-button", "Play journey");
    this.back = make("button", "figure-button", "‹");
    this.on = make("button", "figure-button", "›");
    this.said = make("span", "journey-said");
    this.back.setAttribute("aria-label", "Previous stop");
    this.on.setAttribute("aria-label", "Next stop");
    for (const button of [this.play, this.back, this.on]) button.type = "button";
    box.append(this.choice, this.play, this.back, this.on, this.said);
    this.play.addEventListener("click", () => (this.timer ? this.stop() : this.start()));
    this.back.addEventListener("click", () => this.step(-1));
    this.on.addEventListener("click", () => this.step(1));
    this.choice.addEventListener("change", () => this.reset());
  }

  update(journeys) {
    const text = JSON.stringify(journeys);
    if (text === this.text) return;
    this.text = text;
    this.journeys = journeys;
    const kept = this.choice.value;
    this.choice.replaceChildren(...journeys.map(({ person }) => make("option", "", person)));
    if (journeys.some(({ person }) => person === kept)) this.choice.value = kept;
    this.choice.hidden = journeys.length < 2;
    this.box.hidden = !journeys.length;
    this.reset();
  }

  get stops() {
    return this.journeys[Math.max(this.choice.selectedIndex, 0)]?.stops ?? [];
  }

  reset() {
    this.stop();
    this.at = -1;
    this.said.textContent = "";
    this.buttons();
  }

  buttons() {
    this.back.disabled = this.at <= 0;
    this.on.disabled = this.at >= this.stops.length - 1;
  }

  start() {
    if (this.at >= this.stops.length - 1) this.at = -1;
    this.play.textContent = "Pause";
    this.timer = setInterval(() => this.move(1), PACE);
    this.move(1);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = 0;
    this.play.textContent = "Play journey";
  }

  step(by) {
    this.stop();
    this.move(by);
  }

  move(by) {
    const next = this.at + by;
    if (next < 0 || next >= this.stops.length) return this.stop();
    this.at = next;
    const stop = this.stops[next];
    this.said.textContent = `${next + 1} of ${this.stops.length}: ${stop.place}, ${stop.when}`;
    const canvas = canvasOf(this.element);
    if (canvas) {
      if (prefersStill()) canvas.jumpTo({ center: stop.at });
      else canvas.easeTo({ center: stop.at, duration: 900 });
    }
    this.visit(stop);
    this.buttons();
    if (next === this.stops.length - 1) this.stop();
  }
}
