// The results on the map: the page of the map, with the points and the list of these results only.

import { element } from "./dom.js";

let fetched = null;

// Returns the parts of the map that any of the results is in.
export async function drawMap({ search, documents }) {
  const [parts, records] = await Promise.all([mapParts(search), search.records(documents)]);
  const slugs = new Set(
    records.filter(({ kind }) => kind === "innovation").map(({ slug }) => slug),
  );
  const own = parts.map((one) => document.importNode(one, true));
  const shown = own.filter((one) => narrow(one, slugs));
  return shown.length ? shown : [element("p", {}, "Na mapě z těchto výsledků není nic.")];
}

function mapParts(search) {
  fetched ??= fetch(new URL("mapa/", search.root))
    .then(async (response) => {
      if (!response.ok) throw new Error(response.statusText);
      const drawn = new DOMParser().parseFromString(await response.text(), "text/html");
      return [...drawn.querySelectorAll(".map-part")];
    })
    .catch((error) => {
      fetched = null;
      throw error;
    });
  return fetched;
}

// Leaves what the slugs have in one part; returns whether there is anything.
function narrow(part, slugs) {
  for (const dot of part.querySelectorAll("[data-slugs]")) narrowDot(dot, slugs);
  for (const one of part.querySelectorAll("[data-slug]")) {
    one.dataset.kind = "innovation";
    if (!slugs.has(one.dataset.slug)) one.remove();
  }
  for (const list of part.querySelectorAll(".map-list li, .map-list__area")) {
    if (!list.matches("[data-slug]") && !list.querySelector("[data-slug]")) list.remove();
  }
  for (const count of part.querySelectorAll(".map-list__count")) {
    count.textContent = count.closest(".map-list__area").querySelectorAll("[data-slug]").length;
  }
  const total = part.querySelectorAll("[data-slug]").length;
  const count = part.querySelector(".map-part__count");
  if (count) count.textContent = total;
  return total > 0;
}

function narrowDot(dot, slugs) {
  const own = dot.dataset.slugs.split(" ").filter((one) => slugs.has(one));
  if (!own.length) {
    dot.remove();
    return;
  }
  const number = dot.querySelector("text");
  if (number && own.length > 1) number.textContent = own.length;
  else number?.remove();
}
