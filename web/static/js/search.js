/** Looks names up while they are typed. */

import { go, queryOf, settled } from "./state.js";

export function bindSearch() {
  const form = /** @type {HTMLFormElement} */ (document.getElementById("search"));
  const look = () => go(form.q.value.trim() ? queryOf(form) : "", { replace: document.body.dataset.view === "list" });
  form.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) later();
  });
  form.addEventListener("compositionend", () => later());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = /** @type {HTMLElement | null} */ (document.querySelector("#panel .hits a"));
    if (first) first.focus();
    else look();
  });
  const later = settled(look);
}
