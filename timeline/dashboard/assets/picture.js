// A figure as a picture: what is seen, twice as fine, on the page's own ground.

import { canvasOf } from "./world.js";

const SCALE = 2;

async function ofMap(canvas) {
  // A frame can be read only while it is being drawn.
  return await new Promise((resolve) => {
    canvas.once("render", () => resolve(canvas.getCanvas().toDataURL("image/png")));
    canvas.triggerRepaint();
  });
}

async function ofFigure(element) {
  const ground = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const { data, layout } = element;
  const { width, height } = element.getBoundingClientRect();
  return await window.Plotly.toImage(
    { data, layout: { ...layout, paper_bgcolor: ground } },
    { format: "png", width, height, scale: SCALE },
  );
}

// Save a figure under this name, as the reader sees it.
export async function savePicture(element, name) {
  const canvas = canvasOf(element);
  const link = document.createElement("a");
  link.href = await (canvas ? ofMap(canvas) : ofFigure(element));
  link.download = `${name}.png`;
  link.click();
}
