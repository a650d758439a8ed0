/** Makes everything reachable by keyboard: / search, n name, arrows, Esc back, ? help. */

import { go } from "./state.js";

const ROWS = "#panel .hits a, #panel .finding, #panel .timeline a";

export function bindKeys() {
  const help = /** @type {HTMLDialogElement} */ (document.getElementById("help"));
  document.getElementById("help-open").addEventListener("click", () => help.showModal());
  document.addEventListener("keydown", (event) => {
    if (help.open || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = document.activeElement?.closest("input, select, textarea");
    const act = field ? inField(event.key, /** @type {HTMLElement} */ (field)) : onPage(event.key, help);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** @param {string} key @param {HTMLElement} field */
function inField(key, field) {
  if (key === "Escape") return () => field.blur();
  const single = field.matches("input");
  return single && key === "ArrowDown" ? () => step(1) : null;
}

/** @param {string} key @param {HTMLDialogElement} help */
function onPage(key, help) {
  /** @type {Record<string, () => void>} */
  const acts = {
    "/": () => enter("q"),
    n: propose,
    "?": () => help.showModal(),
    Escape: back,
  };
  // On the map the arrows move the map.
  if (!document.activeElement?.closest("#map")) {
    acts.ArrowDown = () => step(1);
    acts.ArrowUp = () => step(-1);
  }
  return acts[key];
}

/** @param {string} id */
function enter(id) {
  const field = /** @type {HTMLInputElement} */ (document.getElementById(id));
  field.focus();
  field.select();
}

/** The form is out of sight while something else is shown. */
async function propose() {
  if (["list", "name"].includes(document.body.dataset.view)) await go("");
  enter("name");
}

function back() {
  /** @type {HTMLElement | null} */ (document.querySelector("#panel .back"))?.click();
}

/** @param {1 | -1} way */
function step(way) {
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(ROWS)]);
  if (rows.length === 0) return;
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at === -1 ? (way === 1 ? 0 : rows.length - 1) : at + way;
  if (next < 0) enter(document.body.dataset.view === "list" ? "q" : "name");
  else rows[Math.min(next, rows.length - 1)].focus();
}
