// The script of every page; everything but what is here works without it.
// Light or dark: the device decides until the reader does, and again when both agree.

const KEY = "inspirace.scheme";
const device = matchMedia("(prefers-color-scheme: dark)");
const button = document.querySelector(".scheme-button");
const drawer = document.getElementById("__drawer");

function isDark() {
  const chosen = document.body.dataset.mdColorScheme;
  return chosen === "slate" || (chosen !== "default" && device.matches);
}

function keep(scheme) {
  document.body.dataset.mdColorScheme = scheme;
  try {
    if (scheme === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    // storage may be forbidden: the choice then holds for this page
  }
}

function show() {
  button.setAttribute("aria-pressed", String(isDark()));
}

if (button) {
  button.hidden = false;
  show();
  device.addEventListener("change", show);
  button.addEventListener("click", () => {
    const dark = !isDark();
    keep(dark === device.matches ? "auto" : dark ? "slate" : "default");
    show();
  });
}

if (drawer) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") drawer.checked = false;
  });
}

// Search: nothing of it is fetched before somebody goes to a box. All modules at once, so that
// none waits for another; a box marked as live belongs to the page of results.

const MODULES = ["box", "dom", "engine", "analyser", "analyser-data"];

document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(".site-search__input:not([data-live])")) return;
  Promise.all(MODULES.map((name) => import(`./search/${name}.js`)))
    .then(([{ suggest }]) => suggest(target))
    .catch(() => {}); // the form leads to the results without suggestions
});

function isTyping({ target }) {
  return target.isContentEditable || target.matches("input, textarea, select");
}

document.addEventListener("keydown", (event) => {
  const isControl = event.ctrlKey || event.metaKey;
  const isAsked = isControl
    ? event.key.toLowerCase() === "k" && !event.altKey && !event.shiftKey
    : event.key === "/" && !event.altKey && !isTyping(event);
  if (!isAsked) return;
  const boxes = document.querySelectorAll(".site-search__input");
  const box = [...boxes].findLast((one) => one.checkVisibility());
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

for (const box of document.querySelectorAll(".site-search__input")) {
  box.setAttribute("aria-keyshortcuts", "/ Control+K");
}
