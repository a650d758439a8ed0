/** Starts the page: the address drives the left column, the left column drives the map. */

import { listen, onShown } from "./state.js";
import { bindKeys } from "./keys.js";
import { bindReview } from "./review.js";
import { bindSearch } from "./search.js";

document.documentElement.classList.add("scripted");
listen();
bindSearch();
bindReview();
bindKeys();

try {
  const { openMap } = await import("./map.js");
  const map = await openMap(/** @type {HTMLElement} */ (document.getElementById("map")));
  onShown((figures, view) => map.show(figures, view));
} catch (error) {
  console.info("no map:", error instanceof Error ? error.message : error);
  document.getElementById("no-map").hidden = false;
}
