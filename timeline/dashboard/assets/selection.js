// The selected event: said to every figure and text on the page at once, and to the server after.

const SELECT = "news-timeline:select";
const PATIENCE = 5000; // milliseconds until the server's own word counts again
let asked = null;
let timer = 0;

window.addEventListener(SELECT, (event) => {
  asked = { id: event.detail, until: performance.now() + PATIENCE };
});

// Select an event, or none. Steps that follow one another quickly are one message: `wait`.
export function select(component, id, wait = 0) {
  window.dispatchEvent(new CustomEvent(SELECT, { detail: id }));
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (id == null) component().setTriggerValue("drop", true);
    else component().setTriggerValue("pick", id);
  }, wait);
}

export function follow(listener) {
  const heard = (event) => listener(event.detail);
  window.addEventListener(SELECT, heard);
  return () => window.removeEventListener(SELECT, heard);
}

// What is selected, where the server may not have heard yet of what the reader chose since.
export function settled(told) {
  if (asked && told !== asked.id && performance.now() < asked.until) return asked.id;
  asked = null;
  return told;
}
