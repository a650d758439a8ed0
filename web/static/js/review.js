/** Reviews a proposed name while it is typed. */

import { go, queryOf, settled } from "./state.js";

export function bindReview() {
  const form = /** @type {HTMLFormElement} */ (document.getElementById("review"));
  const name = /** @type {HTMLInputElement} */ (form.elements.namedItem("review"));
  const review = () =>
    go(name.value.trim() ? queryOf(form) : "", { replace: document.body.dataset.view === "review" });
  const later = settled(review);
  form.addEventListener("input", (event) => {
    // While pinyin is being composed the field holds letters nobody proposes.
    if (!(/** @type {InputEvent} */ (event).isComposing)) later();
  });
  form.addEventListener("compositionend", () => later());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    review();
  });
}
