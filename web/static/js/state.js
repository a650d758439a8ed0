/**
 * Keeps the address and the left column together.
 *
 * Every state of the page is an address that the server renders whole; going somewhere fetches
 * that page and puts its panel in place of ours.
 */

/**
 * @typedef {{type: "FeatureCollection", features: Array<Record<string, any>>}} Figures
 * @typedef {(figures: Figures, view: string) => void} Watcher
 */

/** @type {Watcher[]} */
const watchers = [];
let asked = new AbortController();

/** Calls `watcher` now and each time the panel has changed. @param {Watcher} watcher */
export function onShown(watcher) {
  watchers.push(watcher);
  watcher(figures(), view());
}

/** Follows the page's own links and the browser's back and forward. */
export function listen() {
  addEventListener("popstate", () => show(location.href));
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!(link instanceof HTMLAnchorElement) || !plain) return;
    if (link.origin !== location.origin || link.pathname !== "/" || link.hash) return;
    event.preventDefault();
    go(link.search);
  });
}

/**
 * Goes to the page with this query string.
 * @param {string} search
 * @param {{replace?: boolean}} [options] `replace` while somebody is still typing
 */
export async function go(search, { replace = false } = {}) {
  const address = `/${search}`;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  await show(address);
}

/** The query string of a form, its empty fields left out. @param {HTMLFormElement} form */
export function queryOf(form) {
  const given = [...new FormData(form)].filter(([, value]) => String(value).trim() !== "");
  const query = new URLSearchParams(/** @type {[string, string][]} */ (given)).toString();
  return query && `?${query}`;
}

/** Calls `act` when `wait` milliseconds have passed without another call. */
export function settled(/** @type {() => void} */ act, wait = 250) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
}

/** @param {string} address */
async function show(address) {
  asked.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: asked.signal });
    place(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) location.assign(address);
  }
}

/** @param {Document} fetched */
function place(fetched) {
  const panel = document.getElementById("panel");
  const next = fetched.getElementById("panel");
  const typing = document.activeElement?.closest("form");
  panel.replaceWith(document.adoptNode(next));
  document.body.dataset.view = next.dataset.view;
  document.title = fetched.title;
  for (const form of document.querySelectorAll("#search, #review")) {
    if (form === typing) continue;
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name]"))) {
      field.value = /** @type {HTMLInputElement} */ (fetched.getElementById(field.id)).value;
    }
  }
  if (!typing) {
    document.getElementById("column").scrollTop = 0;
    document.getElementById("panel").focus({ preventScroll: true });
  }
  for (const watcher of watchers) watcher(figures(), view());
}

/** @returns {Figures} */
function figures() {
  return JSON.parse(document.getElementById("figures").textContent);
}

function view() {
  return document.body.dataset.view;
}
