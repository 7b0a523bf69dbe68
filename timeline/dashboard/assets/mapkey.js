// The key below a map: what the marks on it mean, and whose colours they have.

function entry({ kind, sample, text, colour }, toned) {
  const item = document.createElement("li");
  const icon = document.createElement("span");
  icon.className = `key-icon key-${kind}`;
  icon.textContent = sample;
  icon.setAttribute("aria-hidden", "true");
  if (colour) icon.style.setProperty("--tone", toned(colour));
  item.append(icon, text);
  return item;
}

export function showKey(list, entries, toned) {
  list.hidden = !entries.length;
  list.replaceChildren(...entries.map((one) => entry(one, toned)));
}
