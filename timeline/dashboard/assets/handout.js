// The page to hand on: unpacks what it carries and mounts the dashboard's own components.

const SELECT = "news-timeline:select";

async function unpacked(id) {
  const text = document.getElementById(id).textContent;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return await new Response(stream).text();
}

const [plotly, outlines, modules, data] = await Promise.all([
  unpacked("plotly"),
  unpacked("outlines").then(JSON.parse),
  unpacked("modules").then(JSON.parse),
  unpacked("data").then(JSON.parse),
]);

const served = (text, type) => URL.createObjectURL(new Blob([text], { type }));
const IMPORTS = /from "\.\/([\w.]+)"/g;
const addresses = {};

// The address of a script, whose own imports are given addresses first.
function addressOf(name) {
  addresses[name] ??= served(
    modules[name].replace(IMPORTS, (_, other) => `from "${addressOf(other)}"`),
    "text/javascript",
  );
  return addresses[name];
}

const { default: plot } = await import(addressOf("plot.js"));
const { default: reader } = await import(addressOf("reader.js"));
const { select } = await import(addressOf("selection.js"));

// A component on this page: what it would tell the server is told to nobody.
const mount = (component, parentElement, given) =>
  component({ data: given, parentElement, setTriggerValue() {}, setStateValue() {} });
const place = (id) => document.getElementById(id);

document.getElementById("title").textContent = document.title;
place("map").innerHTML = place("timeline").innerHTML;
place("details").innerHTML = place("journeys").innerHTML;

const library = served(plotly, "text/javascript");
const land = data.map.map;
land.land = served(outlines.land, "application/json");
land.labels = served(outlines.labels, "application/json");

// The timeline comes in several widths; in less than the least it scrolls.
const frame = place("timeline").querySelector(".stage");
const [least] = data.drawings;
frame.querySelector(".plot").style.minWidth = `${least[0]}px`;
const fitting = () => data.drawings.findLast(([width]) => width <= frame.clientWidth) ?? least;
let drawn = null;
let selected = null;

function draw() {
  drawn = fitting();
  const timeline = { ...data.timeline, figure: drawn[1] };
  mount(plot, place("timeline"), { ...timeline, plotly: library, selected, alone: true });
  mount(plot, place("map"), { ...data.map, plotly: library, selected });
}

function tell(id) {
  selected = id;
  const hint = "Select an event on the timeline, on the map, in the text or in the table.";
  const blocks = data.details[id] ?? [{ kind: "note", text: hint }];
  mount(reader, place("details"), { blocks, height: null, selected: null });
  for (const row of document.querySelectorAll("tr[data-event]")) {
    row.classList.toggle("chosen", row.dataset.event === id);
  }
  for (const passage of document.querySelectorAll("[data-passage]")) {
    const own = data.passages[passage.dataset.passage];
    const ids = own.flatMap((block) => block.parts.flatMap((part) => part.ids));
    if (ids.includes(id)) passage.closest("details").open = true;
  }
}

for (const passage of document.querySelectorAll("[data-passage]")) {
  const blocks = data.passages[passage.dataset.passage];
  mount(reader, passage, { blocks, height: 620, selected: null });
}
if (data.journeys.length) {
  place("journeys-panel").hidden = false;
  mount(reader, place("journeys"), { blocks: data.journeys, height: null, selected: null });
}
for (const row of document.querySelectorAll("tr[data-event] button")) {
  row.addEventListener("click", () => {
    select(() => ({ setTriggerValue() {} }), row.closest("tr").dataset.event);
  });
}
window.addEventListener(SELECT, (event) => tell(event.detail));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw());
new ResizeObserver(() => drawn !== null && drawn !== fitting() && draw()).observe(frame);
tell(null);
draw();
