// Itineraries: a line of stops for each traveller, and all that is known of each stop.

export function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

function button(name, text, act) {
  const element = make("button", name, text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

// What selects an event if there is one, and only says its words if there is none.
function picker(name, text, id, act) {
  return id ? button(name, text, () => act.choose(id)) : make("span", name, text);
}

function folded(summary, name = "stops-fold") {
  const box = make("details", name);
  box.append(make("summary", "", summary));
  return box;
}

// Each traveller in a line: numbered stops with their days, and what opens the whole itinerary.
export function journeys(block, act) {
  const box = make("div", "journeys");
  for (const journey of block.journeys) {
    const part = make("section", "journeys-one");
    const head = make("div", "journeys-head");
    const open = button("stops-button", "Itinerary", () => act.open(journey.name));
    open.setAttribute("aria-label", `Itinerary of ${journey.name}`);
    head.append(make("h4", "reader-subheading", journey.name), open);
    const list = make("ol", "journeys-line");
    for (const stop of journey.stops) {
      const item = make("li", stop.off ? "stops-off" : "");
      item.append(make("span", "stops-number", stop.number), " ");
      item.append(picker("stops-place", stop.place, stop.id, act));
      const said = [stop.days, stop.status].filter(Boolean).join(", ");
      if (said) item.append(make("span", "journeys-days", ` ${said}`));
      list.append(item);
    }
    part.append(head, list);
    if (journey.why.length) {
      const why = folded("Why these days");
      const reasons = make("ul", "stops-reasons");
      for (const reason of journey.why) reasons.append(make("li", "", reason));
      why.append(reasons);
      part.append(why);
    }
    box.append(part);
  }
  return box;
}

// Who goes how far, through which countries, when.
export function totals(block) {
  const list = make("dl", "stops-totals");
  for (const [label, value] of block.rows) {
    const part = make("div", "");
    part.append(make("dt", "", label), make("dd", "", value));
    list.append(part);
  }
  return list;
}

// A traveller's stops, one below the other.
export function stays(block, act) {
  const list = make("ol", "stops-list");
  for (const stop of block.stops) {
    const item = make("li", stop.off ? "stops-off" : stop.ahead ? "stops-ahead" : "");
    const head = make("h4", "stops-head");
    head.append(make("span", "stops-number", stop.number));
    head.append(picker("stops-place", stop.place, stop.id, act));
    if (stop.country) head.append(make("span", "stops-country", `, ${stop.country}`));
    head.append(" ", make("span", "stops-status", stop.status));
    item.append(head);
    if (stop.distance) item.append(make("p", "stops-note", stop.distance));
    for (const end of stop.ends) item.append(why(end, stop, act));
    if (stop.purpose) item.append(make("p", "stops-note", `For ${stop.purpose}`));
    item.append(...quotes(stop.quotes, stop.open, act));
    list.append(item);
  }
  return list;
}

// One end of a stay; its reasons are folded under it.
function why(end, stop, act) {
  if (!end.why.length) return make("p", "stops-end", end.text);
  const box = make("details", "stops-end stops-why");
  const summary = make("summary", "", end.text);
  const ask = make("span", "stops-ask", "Why");
  ask.setAttribute("aria-label", `: why, at ${stop.place}`);
  summary.append(" ", ask);
  box.append(summary);
  for (const { bound, links } of end.why) {
    box.append(make("p", "stops-bound", bound), chain(links, act));
  }
  return box;
}

function chain(links, act) {
  const list = make("ol", "stops-chain");
  for (const link of links) {
    const item = make("li", "", link.text);
    for (const cited of link.cited) item.append(" ", cite(cited, act));
    list.append(item);
  }
  return list;
}

function cite(cited, act) {
  const element = picker("stops-cite", cited.label, cited.id, act);
  element.title = cited.text;
  return element;
}

// The first sentences stand open, the rest are folded.
function quotes(all, open, act) {
  if (!all.length) return [];
  const some = sentences(all.slice(0, open), act);
  if (all.length <= open) return [some];
  const left = all.length - open;
  const more = folded(left === 1 ? "1 more sentence" : `${left} more sentences`);
  more.append(sentences(all.slice(open), act));
  return [some, more];
}

function sentences(some, act) {
  const list = make("ul", "stops-quotes");
  for (const quote of some) {
    const item = make("li", "");
    const said = picker("stops-quote", quote.text, quote.id, act);
    if (quote.id) said.classList.add("reader-event");
    said.events = quote.id ? [quote.id] : [];
    if (quote.label) item.append(make("span", "stops-source", quote.label));
    item.append(said);
    list.append(item);
  }
  return list;
}

// Contradictions: what gave way, what it goes against, and the sentences of both.
export function conflicts(block, act) {
  const box = make("div", "stops-conflicts");
  for (const conflict of block.conflicts) {
    box.append(make("p", "stops-bound", `${conflict.place}: “${conflict.said}” does not fit what else is said`));
    if (conflict.against.length) box.append(chain(conflict.against, act));
    box.append(sentences(conflict.quotes, act));
  }
  return box;
}

// A small table, which scrolls by itself where the page is narrow.
export function table(block) {
  const box = make("div", "stops-scroll");
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", block.caption);
  const element = make("table", "stops-table");
  element.append(make("caption", "", block.caption));
  const head = element.createTHead().insertRow();
  for (const name of Object.keys(block.rows[0])) {
    const cell = make("th", "", name);
    cell.scope = "col";
    head.append(cell);
  }
  const body = element.createTBody();
  for (const row of block.rows) {
    const line = body.insertRow();
    Object.values(row).forEach((value, at) => {
      const cell = make(at ? "td" : "th", "", value);
      if (!at) cell.scope = "row";
      line.append(cell);
    });
  }
  box.append(element);
  return box;
}
