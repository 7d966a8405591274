// The only script of the pages; everything but what is here works without it.
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
