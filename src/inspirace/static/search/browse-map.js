// The results on the map: the page of the map, with the points and the list of these results only.

import { countedCases, element } from "./dom.js";

const SHADES = 4;

let fetched = null;

// Returns the parts of the map that any of the results is in.
export async function drawMap({ search, documents }) {
  const cases = documents.filter((one) => one < search.innovations);
  const [parts, slugOf] = await Promise.all([mapParts(search), search.slugs()]);
  const slugs = new Set(cases.map((one) => slugOf[one]));
  const shown = parts
    .map((part) => document.importNode(part, true))
    .filter((part) => narrow(part, slugs));
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

// Leaves in a part what the slugs are; returns whether there is anything.
function narrow(part, slugs) {
  narrowList(part, slugs);
  for (const dot of part.querySelectorAll("[data-slugs]")) narrowDot(dot, slugs);
  shadeAreas(part);
  const left = casesIn(part);
  part.querySelector(".map-part__count").textContent = countedCases(left);
  return left > 0;
}

const casesIn = (place) => place.querySelectorAll("[data-slug]").length;

function narrowList(part, slugs) {
  for (const one of part.querySelectorAll("[data-slug]")) {
    if (slugs.has(one.dataset.slug)) one.dataset.kind = "innovation";
    else one.remove();
  }
  for (const place of part.querySelectorAll(".map-list__area, .map-list__area > ul > li")) {
    if (!casesIn(place)) place.remove();
  }
  for (const area of part.querySelectorAll(".map-list__area")) {
    area.querySelector(".map-list__count").textContent = countedCases(casesIn(area));
  }
  part.querySelector(".map-list__unused")?.remove();
}

function narrowDot(dot, slugs) {
  const before = dot.dataset.slugs.split(" ");
  const left = before.filter((one) => slugs.has(one)).length;
  if (!left) dot.remove();
  if (!left || left === before.length) return;
  rename(dot, left);
  const number = dot.querySelector("text");
  if (left > 1) number.textContent = left;
  else number.remove();
}

// An area is as dark as it has cases among the results, and its name says how many.
function shadeAreas(part) {
  const counts = new Map();
  for (const area of part.querySelectorAll(".map-list__area")) {
    const link = area.querySelector("h3 a");
    if (link) counts.set(link.getAttribute("href"), casesIn(area));
  }
  const most = Math.max(1, ...counts.values());
  for (const area of part.querySelectorAll("a.map__area")) {
    const count = counts.get(area.getAttribute("href")) ?? 0;
    area.setAttribute("class", `map__area map__area--${Math.ceil((SHADES * count) / most)}`);
    rename(area, count);
  }
}

function rename(place, count) {
  const title = place.querySelector("title");
  title.textContent = `${title.textContent.split(":")[0]}: ${countedCases(count)}`;
}
