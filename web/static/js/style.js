/** Draws the pale map: lines dashed by rank, names in local fonts, rivals in cinnabar. */

const SANS = ["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"];
const SERIF = ["Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"];
const NAMES = ["map-out", "map-in", "map-line", "map-dot", "paper", "ink", "ink-soft", "cinnabar", "slate", "umber"];

// Pixels a metre at zoom 0 on the latitude of the area; it doubles with every zoom.
const PIXELS_A_METRE = 512 / (40075016.686 * Math.cos((35.4 * Math.PI) / 180));

const PLACE = {
  "text-field": ["get", "name"],
  "text-font": ["case", ["has", "heritage"], ["literal", SERIF], ["literal", SANS]],
  "text-size": 12,
};

/** The colours in force, from the stylesheet. @returns {Record<string, string>} */
export function colours() {
  const now = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, now.getPropertyValue(`--${name}`).trim()]));
}

/**
 * The whole style; there is no glyph server, so every letter is drawn with local fonts.
 * @param {Record<string, string>} ink
 * @param {Record<string, object>} data GeoJSON by source
 * @param {string} area code of the area that lies in light
 */
export function style(ink, data, area) {
  const halo = { "text-halo-color": ink["map-in"], "text-halo-width": 1.4 };
  const stem = area.replace(/(00)+$/, "");
  const own = ["==", ["slice", ["get", "adcode"], 0, stem.length], stem];
  const role = (/** @type {string[]} */ ...names) => ["in", ["get", "role"], ["literal", names]];
  const kind = (/** @type {string} */ name) => ["==", ["geometry-type"], name];
  const named = ["case", ["has", "heritage"], ink.umber, ink.ink];
  const strong = ["match", ["get", "role"], "rival", ink.cinnabar, "link", ink.cinnabar, "name", named, ink.ink];
  const worn = ["case", ["has", "heritage"], ink.umber, ink["ink-soft"]];
  return {
    version: 8,
    sources: Object.fromEntries(Object.entries(data).map(([id, shapes]) => [id, { type: "geojson", data: shapes }])),
    layers: [
      { id: "ground", type: "background", paint: { "background-color": ink["map-out"] } },
      { id: "area", type: "fill", source: "areas", filter: own, paint: { "fill-color": ink["map-in"], "fill-antialias": false } },
      line("县级", [4, 3], 0.8),
      line("市级", [7, 3], 1.1),
      line("省级", [8, 3, 1.5, 3], 1.5),
      { id: "place-accuracy", type: "circle", source: "places", filter: ["all", ["has", "accuracy_m"], kind("Point")], paint: accuracy(ink.umber) },
      {
        id: "place", type: "circle", source: "places", minzoom: 8, filter: kind("Point"),
        paint: {
          "circle-radius": ["interpolate", ["linear"], ["zoom"], 8, 1, 12, 2.4],
          "circle-color": ["case", ["has", "heritage"], ink.umber, ink["map-dot"]],
        },
      },
      {
        id: "place-line", type: "line", source: "places", filter: ["!", kind("Point")], minzoom: 8,
        layout: { "line-cap": "round" },
        paint: { "line-color": ink["ink-soft"], "line-width": ["interpolate", ["linear"], ["zoom"], 8, 0.5, 14, 2] },
      },
      {
        id: "place-name", type: "symbol", source: "places", minzoom: 11, filter: kind("Point"),
        layout: { ...PLACE, "text-anchor": "left", "text-offset": [0.6, 0] },
        paint: { ...halo, "text-color": worn },
      },
      {
        id: "road-name", type: "symbol", source: "places", minzoom: 11, filter: ["!", kind("Point")],
        layout: { ...PLACE, "symbol-placement": "line", "symbol-spacing": 400, "text-offset": [0, -0.8] },
        paint: { ...halo, "text-color": worn },
      },
      {
        id: "area-name", type: "symbol", source: "labels", maxzoom: 12.5,
        layout: {
          "text-field": ["get", "name"], "text-font": SANS, "text-letter-spacing": 0.25,
          "text-size": ["case", own, 14, 12],
        },
        paint: { ...halo, "text-halo-color": ["case", own, ink["map-in"], ink["map-out"]], "text-color": ink["ink-soft"] },
      },
      { id: "figure-accuracy", type: "circle", source: "figures", filter: ["all", ["has", "accuracy_m"], kind("Point")], paint: accuracy(ink.ink) },
      {
        id: "figure-line", type: "line", source: "figures", layout: { "line-cap": "round" },
        filter: ["all", role("hit", "name", "rival", "proposal"), ["!", kind("Point")]],
        paint: { "line-color": strong, "line-width": ["case", kind("LineString"), ["match", ["get", "role"], "proposal", 4, 3], 1.8] },
      },
      {
        id: "figure-link", type: "line", source: "figures", filter: role("link"),
        paint: { "line-color": ink.cinnabar, "line-width": 1 },
      },
      {
        id: "figure-dot", type: "circle", source: "figures", filter: kind("Point"),
        paint: {
          "circle-radius": ["match", ["get", "role"], "hit", 3.5, 5], "circle-color": strong,
          "circle-stroke-color": ink["map-in"], "circle-stroke-width": 1.5,
        },
      },
      {
        id: "figure-name", type: "symbol", source: "names",
        layout: {
          "text-field": ["get", "label"],
          "text-font": ["match", ["get", "role"], "link", ["literal", SANS], ["literal", SERIF]],
          "text-size": ["match", ["get", "role"], "link", 12, "hit", 14, 17],
          "text-anchor": ["match", ["get", "shape"], "Point", "left", "bottom"],
          "text-offset": ["match", ["get", "shape"], "Point", ["literal", [0.6, 0]], ["literal", [0, -0.3]]],
          "symbol-sort-key": ["match", ["get", "role"], "hit", 1, 0],
        },
        paint: { ...halo, "text-color": ["match", ["get", "role"], "rival", ink.cinnabar, "link", ink.cinnabar, named] },
      },
    ],
  };

  function line(/** @type {string} */ level, /** @type {number[]} */ dash, /** @type {number} */ width) {
    return {
      id: `line-${level}`, type: "line", source: "lines", filter: ["==", ["get", "level"], level],
      paint: { "line-color": ink["map-line"], "line-width": width, "line-dasharray": dash },
    };
  }
}

/** A circle as wide as the position is unsure, in metres on the ground. */
function accuracy(/** @type {string} */ colour) {
  const at = (/** @type {number} */ zoom) => ["*", ["get", "accuracy_m"], PIXELS_A_METRE * 2 ** zoom];
  return {
    "circle-radius": ["interpolate", ["exponential", 2], ["zoom"], 0, at(0), 22, at(22)],
    "circle-color": colour, "circle-opacity": 0.06,
    "circle-stroke-color": colour, "circle-stroke-width": 1, "circle-stroke-opacity": 0.5,
  };
}
