// The script of every page; everything but what is here works without it.
// Light or dark: the device decides until the reader does, and again when both agree.

const KEY = "inspirace.scheme";
const SLASH_KEY = "inspirace.slash";
const device = matchMedia("(prefers-color-scheme: dark)");
const button = document.querySelector(".scheme-button");
const drawer = document.getElementById("__drawer");

function isDark() {
  const chosen = document.body.dataset.mdColorScheme;
  return chosen === "slate" || (chosen !== "default" && device.matches);
}

function remember(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // storage may be forbidden: the choice then holds for this page
  }
}

function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(scheme) {
  document.body.dataset.mdColorScheme = scheme;
  remember(KEY, scheme === "auto" ? "" : scheme);
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

// Who speaks to the computer may utter a slash unaware: the key of one sign can be turned off.
const slash = document.querySelector("[data-slash]");

function showKeys() {
  const keys = slash?.checked ? "/ Control+K" : "Control+K";
  for (const box of document.querySelectorAll(".site-search__input")) {
    box.setAttribute("aria-keyshortcuts", keys);
  }
}

if (slash) {
  slash.checked = recall(SLASH_KEY) !== "off";
  slash.closest("[hidden]").hidden = false;
  slash.addEventListener("change", () => {
    remember(SLASH_KEY, slash.checked ? "" : "off");
    showKeys();
  });
}
showKeys();

document.addEventListener("keydown", (event) => {
  const isControl = event.ctrlKey || event.metaKey;
  const isAsked = isControl
    ? event.key.toLowerCase() === "k" && !event.altKey && !event.shiftKey
    : event.key === "/" && slash?.checked && !event.altKey && !isTyping(event);
  if (!isAsked) return;
  const boxes = document.querySelectorAll(".site-search__input");
  const box = [...boxes].findLast((one) => one.checkVisibility());
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
