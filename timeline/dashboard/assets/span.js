// Stretches of time as pairs of milliseconds: reading, framing, spelling. No page needed.

export const DAY = 86_400_000;
const FIRST = Date.parse("0001-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T00:00:00Z");
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

// A moment as Plotly and the server write it, without a zone: "2025-10-25", "2025-10-25 12:00".
export function read(text) {
  const [day, clock = "00:00"] = String(text).trim().split(/[T ]/);
  return Date.parse(`${day}T${clock.length === 2 ? `${clock}:00` : clock}Z`);
}

export function write(moment) {
  return new Date(Math.min(Math.max(moment, FIRST), LAST)).toISOString().slice(0, -1);
}

// A window of so many milliseconds around a moment, inside the calendar.
export function around(middle, length) {
  const size = Math.min(length, LAST - FIRST);
  const start = Math.min(Math.max(middle - size / 2, FIRST), LAST - size);
  return [start, start + size];
}

// The window that shows a mark: the same if it does already, else moved with its length kept: to
// the whole of the mark if that fits, else to its edge, so that it never fills the window.
export function reaching([start, end], [first, last], edge) {
  if (last >= start && first <= end) return [start, end];
  const length = end - start;
  if (last - first > 0.6 * length) {
    const inwards = edge > (first + last) / 2 ? -0.2 : 0.2;
    return around(edge + inwards * length, length);
  }
  return around(Math.max((first + last) / 2, first + 0.2 * length), length);
}

// What a zoom button is to look at: the selection, else the article's day if near, else the middle.
export function focus([start, end], selected, anchors) {
  if (selected != null) return selected;
  const room = end - start;
  const near = anchors.find((day) => day >= start - room && day <= end + room);
  return near ?? (start + end) / 2;
}

const parts = (moment) => {
  const day = new Date(moment);
  return [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()];
};

// In words: "20 – 30 Oct 2025", "28 Dec 2024 – 3 Jan 2025", "1971 – 2023".
export function spell([start, end]) {
  const [year, month, day] = parts(start);
  const [lastYear, lastMonth, lastDay] = parts(end);
  if (end - start > 6 * 365 * DAY) return `${year} – ${lastYear}`;
  const tail = `${lastDay} ${MONTHS[lastMonth]} ${lastYear}`;
  if (year !== lastYear) return `${day} ${MONTHS[month]} ${year} – ${tail}`;
  if (month !== lastMonth) return `${day} ${MONTHS[month]} – ${tail}`;
  return day === lastDay ? tail : `${day} – ${tail}`;
}
