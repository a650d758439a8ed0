/** The map beside the column: areas, lines and places of the registry, and what is spoken of. */

import { LngLatBounds, Map as MapLibre, NavigationControl, ScaleControl } from "maplibre-gl";
import { go, settled } from "./state.js";
import { colours, style } from "./style.js";

/** @type {import("./state.js").Figures} */
const NOTHING = { type: "FeatureCollection", features: [] };
const WORDS = {
  "NavigationControl.ZoomIn": "放大",
  "NavigationControl.ZoomOut": "缩小",
  "ScaleControl.Meters": "米",
  "ScaleControl.Kilometers": "公里",
  "Map.Title": "地图",
};

/**
 * Opens the map; rejects when it cannot be drawn.
 * @param {HTMLElement} container
 */
export async function openMap(container) {
  const { area = "", areas, lines, places, bounds } = container.dataset;
  /** @type {Record<string, any>} */
  const data = { areas: NOTHING, labels: NOTHING, lines: NOTHING, places: NOTHING, figures: NOTHING, names: NOTHING };
  const map = new MapLibre({
    container,
    style: /** @type {any} */ (style(colours(), data, area)),
    ...start(bounds),
    attributionControl: false, // the strip under the map says it
    dragRotate: false,
    fadeDuration: 150,
    minZoom: 5,
    locale: WORDS,
    pitchWithRotate: false,
    renderWorldCopies: false,
    touchPitch: false,
  });
  await new Promise((resolve, reject) => {
    map.once("load", resolve);
    map.once("error", ({ error }) => reject(error));
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-right");

  const put = (/** @type {string} */ source, /** @type {any} */ shapes) => {
    data[source] = shapes;
    /** @type {any} */ (map.getSource(source)).setData(shapes);
  };
  let nearby = NOTHING;
  // What the column speaks of is drawn once, in its own colours.
  const spread = () => {
    const spoken = new Set(data.figures.features.map((/** @type {any} */ { properties }) => properties.id));
    put("places", { ...nearby, features: nearby.features.filter(({ id }) => !spoken.has(id)) });
  };
  const inView = async () => {
    nearby = await read(`${places}&bbox=${map.getBounds().toArray().flat().map(degrees)}`);
    spread();
  };
  read(areas).then((shapes) => {
    put("areas", shapes);
    put("labels", labels(shapes));
  });
  read(lines).then((shapes) => put("lines", shapes));
  inView();
  map.on("moveend", settled(inView));
  map.on("moveend", ({ originalEvent }) => originalEvent && remember(map));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    map.setStyle(/** @type {any} */ (style(colours(), data, area)));
  });
  opens(map, ["figure-dot", "figure-line", "place", "place-name", "place-line"]);

  let last = "";
  return {
    /** Shows what the column speaks of. @type {import("./state.js").Watcher} */
    show(figures, view) {
      put("figures", figures);
      put("names", labels(figures));
      spread();
      const shown = boundsOf(figures);
      const key = String(shown);
      if (key === last || !shown) return;
      const first = last === "" && new URLSearchParams(location.search).has("at");
      last = key;
      const [seen, asked] = [map.getBounds(), shown.toArray()];
      const visible = seen.contains(asked[0]) && seen.contains(asked[1]);
      if (first || (view === "list" && visible)) return;
      map.fitBounds(shown, { padding: 90, maxZoom: view === "list" ? 12 : 14, duration: 0 });
    },
  };
}

/**
 * Where the map starts: as the address says, else on the whole area.
 * @returns {Partial<import("maplibre-gl").MapOptions>}
 */
function start(/** @type {string | undefined} */ bounds) {
  const at = new URLSearchParams(location.search).get("at")?.split(",").map(Number);
  if (at?.length === 3 && at.every(Number.isFinite)) return { center: [at[0], at[1]], zoom: at[2] };
  const box = /** @type {[number, number, number, number]} */ (bounds?.split(",").map(Number));
  return box ? { bounds: box, fitBoundsOptions: { padding: 24 } } : { center: [116.6, 35.4], zoom: 7 };
}

/** Writes the view into the address without leaving a step in the history. */
function remember(/** @type {MapLibre} */ map) {
  const query = new URLSearchParams(location.search);
  const { lng, lat } = map.getCenter();
  query.set("at", [lng.toFixed(4), lat.toFixed(4), map.getZoom().toFixed(2)].join(","));
  history.replaceState(null, "", `/?${query}`);
}

/** Lets a click on a name open it, with the way back in the address. */
function opens(/** @type {MapLibre} */ map, /** @type {string[]} */ layers) {
  for (const layer of layers) {
    map.on("click", layer, ({ features }) => {
      const id = features?.[0]?.properties.id ?? features?.[0]?.properties.toponym;
      if (!id) return;
      const query = new URLSearchParams(location.search);
      query.delete("at");
      query.set("id", id);
      go(`?${query}`);
    });
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
  }
}

async function read(/** @type {string} */ address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function boundsOf(/** @type {import("./state.js").Figures} */ figures) {
  const flat = figures.features.flatMap(({ geometry }) => geometry.coordinates?.flat(Infinity) ?? []);
  if (flat.length === 0) return null;
  const bounds = new LngLatBounds();
  for (let at = 0; at < flat.length; at += 2) bounds.extend([flat[at], flat[at + 1]]);
  return bounds;
}

const degrees = (/** @type {number} */ value) => value.toFixed(4);

/** The points where the names of shapes stand: one for each, however tiles cut the shape. */
function labels(/** @type {import("./state.js").Figures} */ shapes) {
  const features = shapes.features
    .filter(({ properties }) => properties.at)
    .map(({ geometry, properties }) => ({
      type: "Feature",
      properties: { ...properties, shape: geometry.type },
      geometry: { type: "Point", coordinates: properties.at },
    }));
  return { type: "FeatureCollection", features };
}
