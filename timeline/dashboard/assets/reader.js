// Blocks of text, every character of which is set as text: nothing in it can become markup.

import { follow, select, settled } from "./selection.js";
import * as itinerary from "./stops.js";
import { make } from "./stops.js";

const readers = new WeakMap();
const LONG = 44; // characters

const draw = {
  headline: (block) => make("h2", "reader-headline", block.text),
  heading: (block) => make("h3", "reader-heading", block.text),
  note: (block) => make("p", "reader-note", block.text),
  text: (block) => make("p", "reader-text", block.text),

  warning(block) {
    const warning = make("p", "reader-warning", block.text);
    warning.setAttribute("role", "alert");
    // It may stand at the top of a panel that is scrolled down to its button.
    requestAnimationFrame(() => warning.scrollIntoView({ block: "nearest" }));
    return warning;
  },

  facts(block) {
    const list = make("dl", "reader-facts");
    for (const [label, text, before] of block.rows) {
      // A long one takes a row of its own where others stand in pairs.
      const size = text.length + (before?.length ?? 0) > LONG ? "reader-long" : "";
      const value = make("dd", before ? `reader-edited ${size}` : size, text);
      if (before) value.append(make("span", "reader-before", before));
      list.append(make("dt", size, label), value);
    }
    return list;
  },

  chips(block, reader) {
    const list = make("ul", "reader-chips");
    for (const { id, text, all } of block.chips) {
      const chip = make("button", all ? "reader-all" : "", text);
      chip.type = "button";
      chip.title = all ? "Take all filters away" : "Take this filter away";
      chip.addEventListener("click", () => reader.component.setTriggerValue("pick", id));
      const item = make("li", "");
      item.append(chip);
      list.append(item);
    }
    return list;
  },

  quote(block) {
    const quote = make("blockquote", "reader-quote");
    for (const part of block.parts) {
      quote.append(part.strong ? make("strong", "", part.text) : document.createTextNode(part.text));
    }
    return quote;
  },

  passage(block, reader) {
    const passage = make("div", "reader-passage");
    for (const part of block.parts) {
      if (!part.ids.length && !part.when) {
        passage.append(document.createTextNode(part.text));
        continue;
      }
      const span = make("span", part.ids.length ? "reader-event" : "", part.text);
      span.events = part.ids;
      const next = () => {
        if (!window.getSelection().isCollapsed) return; // words are being marked
        const at = part.ids.indexOf(reader.selected);
        choose(reader, part.ids[(at + 1) % part.ids.length]);
      };
      if (part.ids.length) span.addEventListener("click", next);
      if (part.when) explain(span, part, reader, next);
      passage.append(span);
    }
    passage.addEventListener("pointerup", () => {
      const marked = window.getSelection();
      if (marked.isCollapsed || !passage.contains(marked.anchorNode)) return;
      const before = document.createRange();
      before.selectNodeContents(passage);
      const range = marked.getRangeAt(0);
      before.setEnd(range.startContainer, range.startOffset);
      // Python counts characters, and the browser halves of some.
      const skipped = before.toString() + (range.toString().match(/^\s*/) ?? [""])[0];
      reader.component.setTriggerValue("mark", { at: [...skipped].length });
    });
    return passage;
  },

  subheading: (block) => make("h4", "reader-subheading", block.text),
  totals: (block) => itinerary.totals(block),
  table: (block) => itinerary.table(block),
  journeys: (block, reader) => itinerary.journeys(block, acts(reader)),
  stays: (block, reader) => itinerary.stays(block, acts(reader)),
  conflicts: (block, reader) => itinerary.conflicts(block, acts(reader)),
};

// Words of time say what day they mean, to a pointer and to the keyboard.
function explain(span, part, reader, next) {
  span.classList.add("reader-when");
  span.tabIndex = 0;
  span.setAttribute("role", part.ids.length ? "button" : "note");
  span.setAttribute("aria-description", part.when);
  const show = () => {
    hide(reader);
    const tip = make("div", "reader-tip", part.when);
    tip.setAttribute("role", "tooltip");
    reader.box.after(tip);
    reader.tip = tip;
    const frame = tip.offsetParent.getBoundingClientRect();
    const word = span.getClientRects()[0] ?? span.getBoundingClientRect();
    const room = frame.width - tip.offsetWidth - 4;
    tip.style.left = `${Math.max(Math.min(word.left - frame.left, room), 0)}px`;
    const above = word.top - frame.top - tip.offsetHeight - 5;
    tip.style.top = `${above < 0 ? word.bottom - frame.top + 5 : above}px`;
  };
  for (const name of ["pointerenter", "focus"]) span.addEventListener(name, show);
  for (const name of ["pointerleave", "blur"]) span.addEventListener(name, () => hide(reader));
  span.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide(reader);
    if ((event.key === "Enter" || event.key === " ") && part.ids.length) {
      event.preventDefault();
      next();
    }
  });
}

function acts(reader) {
  return {
    choose: (id) => choose(reader, id),
    open: (name) => reader.component.setTriggerValue("open", name),
  };
}

function hide(reader) {
  reader.tip?.remove();
  reader.tip = null;
}

function choose(reader, id) {
  select(() => reader.component, id);
}

// Highlight the selected event's sentence and bring it into view, without moving the page.
function mark(reader, id, scroll) {
  reader.selected = id;
  let first = null;
  for (const span of reader.box.querySelectorAll(".reader-event")) {
    const chosen = id != null && span.events.includes(id);
    span.classList.toggle("reader-selected", chosen);
    if (chosen) first ??= span;
  }
  if (first && scroll && reader.box.scrollHeight > reader.box.clientHeight) {
    const at = first.getBoundingClientRect().top - reader.box.getBoundingClientRect().top;
    reader.box.scrollTop += at - reader.box.clientHeight / 3;
  }
}

// Keep the panel in view, or let it stand where it is. What it tells begins at its top again.
function pin(panel, box, how) {
  box.classList.toggle("reader-pinned", Boolean(how));
  const place = panel.parentElement;
  if ((place.dataset.pinned ?? "") !== how) panel.scrollTop = 0;
  if (how) place.dataset.pinned = how;
  else delete place.dataset.pinned;
}

export default function (component) {
  const { data, parentElement } = component;
  const box = parentElement.querySelector(".reader");
  let reader = readers.get(parentElement);
  if (!reader) {
    reader = { box, drawn: "", selected: null };
    reader.leave = follow((id) => mark(reader, id, true));
    readers.set(parentElement, reader);
  }
  reader.component = component;
  const call = (reader.calls = (reader.calls ?? 0) + 1);
  const { selected: told = null, ...rest } = data;
  const selected = settled(told);
  const text = JSON.stringify(rest);
  if (text !== reader.drawn) {
    reader.drawn = text;
    hide(reader);
    box.replaceChildren(...data.blocks.map((block) => draw[block.kind](block, reader)));
    box.style.maxHeight = data.height ? `${data.height}px` : "";
    box.classList.toggle("reader-scrolls", Boolean(data.height));
    if (data.height) box.tabIndex = 0;
  }
  const panel = parentElement.closest(".st-key-details-panel");
  if (panel && data.pinned != null) pin(panel, box, data.pinned);
  mark(reader, selected, selected !== reader.shown);
  reader.shown = selected;
  return () => {
    // A newer call may have overtaken this one, or be about to.
    setTimeout(() => {
      if (call !== reader.calls) return;
      reader.leave();
      readers.delete(parentElement);
    }, 1000);
  };
}
