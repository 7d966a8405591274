// The results on the map: the maps with the points of these results only, and a list that says the
// same. However many there are, only municipalities are drawn: their cases when they are asked for.

import { writeState } from "./browse-state.js";
import { countedResults, element, shownNumber } from "./dom.js";
import { readColumn } from "./facets.js";

const MAPS = "assets/inspirace/maps.json";
const HOME = "cesko";
const HOME_COUNTRY = "cz";
const NATIONWIDE = "celostatni";
const SHADES = 4;
const FULL_WEIGHT = 32;
const MOST_NAMES = 3;
const LISTED_AT_ONCE = 60;

let fetched = null;

// Returns the parts of the map that any of the results is in; `found` is what the page has found.
export async function drawMap(found) {
  const { search, documents } = found;
  const cases = documents.filter((one) => one < search.innovations);
  const isShort = cases.length <= LISTED_AT_ONCE;
  const [parts, { places, column }, records] = await Promise.all([
    mapParts(search),
    search.places(),
    isShort ? search.records(cases) : [],
  ]);
  const known = new Map(records.map((record) => [record.document, record]));
  const spots = readColumn(column, false, search.innovations);
  const shown = parts
    .map((part) => drawPart(part, { ...found, known, areas: areasOf(part, cases, found, { places, spots }) }))
    .filter(Boolean);
  return shown.length ? shown : [element("p", {}, "Na mapě z těchto výsledků není nic.")];
}

function mapParts(search) {
  fetched ??= fetch(new URL(MAPS, search.root), { cache: "no-cache" })
    .then(async (response) => {
      if (!response.ok) throw new Error(response.statusText);
      const written = await response.json();
      return written.map(([anchor, title, maps]) => ({ anchor, title, maps: maps.map(drawing) }));
    })
    .catch((error) => {
      fetched = null;
      throw error;
    });
  return fetched;
}

function drawing([written, isFramed]) {
  const parsed = new DOMParser().parseFromString(written, "text/html");
  return { svg: parsed.querySelector("svg"), isFramed };
}

// Returns the regions, or the countries, of a part: { facet, value, spots }; the spots are lists of
// documents by municipality, "" where none is known.
function areasOf({ anchor }, cases, { facets }, { places, spots }) {
  const facet = anchor === HOME ? "kraje" : "zeme";
  const countries = facets.column("zeme");
  const home = countries.values.findIndex(({ id }) => id === HOME_COUNTRY);
  const { values, rows } = facets.column(facet);
  const found = new Map();
  for (const document of cases) {
    if ((countries.rows[document][0] === home) !== (anchor === HOME)) continue;
    const number = rows[document][0] ?? -1;
    if (!found.has(number)) found.set(number, new Map());
    const area = found.get(number);
    const spot = spots[document][0] ?? -1;
    if (!area.has(spot)) area.set(spot, []);
    area.get(spot).push(document);
  }
  const order = (number) => (number < 0 ? 2 : values[number].id === NATIONWIDE ? 1 : 0);
  return [...found.keys()]
    .sort((one, other) => order(one) - order(other) || one - other)
    .map((number) => ({ facet, value: values[number], spots: spotsOf(found.get(number), places) }));
}

function spotsOf(area, places) {
  const last = (number) => (number < 0 ? places.length : number);
  return [...area.keys()]
    .sort((one, other) => last(one) - last(other))
    .map((number) => {
      const [name, anchor] = places[number] ?? ["", ""];
      return { name, anchor, documents: area.get(number) };
    });
}

function drawPart({ anchor, title, maps }, context) {
  const { areas } = context;
  if (!areas.length) return null;
  const spots = new Map(areas.flatMap((area) => area.spots.map((spot) => [spot.anchor, spot])));
  const drawn = maps.map((map) => drawnMap(map, spots, context)).filter(({ isUsed }) => isUsed || anchor === HOME);
  const svgs = drawn.map(({ svg }) => svg);
  for (const inset of svgs.flatMap((svg) => [...svg.querySelectorAll(".map__inset")])) {
    if (!svgs.some(({ id }) => inset.getAttribute("href") === `#${id}`)) inset.remove();
  }
  const frames = drawn.map(({ svg, isFramed }) => element("div", { class: isFramed ? "map map--framed" : "map" }, svg));
  const key = "Sytější barva znamená víc výsledků. Bod je obec, číslo v něm počet výsledků. Obce blízko u sebe mají bod společný.";
  const list = `${anchor}-seznam`;
  return element(
    "section",
    { class: "map-part", "aria-labelledby": anchor },
    head(element("h2", { id: anchor }, title), "map-part__count", areas.flatMap((area) => area.spots)),
    element(
      "div",
      { class: "map-part__maps" },
      element("a", { class: "map-part__skip", href: `#${list}` }, "Přeskočit mapu na seznam"),
      frames,
      element("p", { class: "map__key" }, key),
    ),
    element("div", { class: "map-list", id: list, tabindex: "-1" }, areas.map((area) => listedArea(area, context))),
  );
}

const countOf = (spots) => spots.reduce((count, { documents }) => count + documents.length, 0);

function head(heading, name, spots) {
  return element("div", { class: "section-head" }, heading, element("p", { class: name }, countedResults(countOf(spots))));
}

// Leaves in a map what the spots are; the area of a result leads to the results in it.
function drawnMap({ svg: whole, isFramed }, spots, context) {
  const svg = document.importNode(whole, true);
  for (const layer of svg.querySelectorAll(".map__dots")) {
    for (const dot of layer.querySelectorAll(".map__dot")) {
      const own = dot.dataset.places.split(" ").flatMap((anchor) => spots.get(anchor) ?? []);
      if (own.length) narrowDot(dot, own, Number(layer.dataset.smallest), context);
      else dot.remove();
    }
  }
  const isShaded = shadeAreas(svg, context);
  return { svg, isFramed, isUsed: isShaded || svg.querySelector(".map__dot") !== null };
}

function narrowDot(dot, spots, smallest, { known, search }) {
  const count = countOf(spots);
  const only = count === 1 ? known.get(spots[0].documents[0]) : null;
  dot.querySelector("title").textContent = `${names(spots)}: ${only ? only.title : countedResults(count)}`;
  dot.setAttribute("href", only ? new URL(only.address, search.root) : `#${spots[0].anchor}`);
  if (!only) dot.addEventListener("click", goToList);
  const share = Math.min(1, Math.log2(count) / Math.log2(FULL_WEIGHT));
  const largest = dot.querySelector(".map__reach").getAttribute("r");
  dot.querySelector(".map__mark").setAttribute("r", Math.round(smallest + (largest - smallest) * share));
  const number = dot.querySelector("text");
  if (count > 1) number.textContent = shownNumber(count);
  else number?.remove();
}

function goToList(event) {
  const place = document.getElementById(event.currentTarget.getAttribute("href").slice(1));
  if (!place) return;
  event.preventDefault();
  const box = place.querySelector("details");
  if (box) box.open = true;
  place.scrollIntoView({ block: "center" });
  (place.querySelector("summary, a") ?? place).focus({ preventScroll: true });
}

function names(spots) {
  const all = spots.map(({ name }) => name);
  if (all.length === 1) return all[0];
  if (all.length <= MOST_NAMES) return `${all.slice(0, -1).join(", ")} a ${all.at(-1)}`;
  return `${all[0]} a další obce`;
}

// Colours the areas by their results; returns whether any has some.
function shadeAreas(svg, { areas, state, chosen }) {
  const counts = new Map(areas.filter(({ value }) => value).map((area) => [area.value.id, area]));
  const most = Math.max(1, ...areas.map(({ spots }) => countOf(spots)));
  let isAny = false;
  for (const shape of svg.querySelectorAll("a.map__area")) {
    const area = counts.get(shape.getAttribute("href").split("/").at(-2));
    const count = area ? countOf(area.spots) : 0;
    const shade = Math.ceil(SHADES * Math.sqrt(count / most));
    shape.setAttribute("class", `map__area map__area--${shade}`);
    const title = shape.querySelector("title");
    const [label] = title.textContent.split(":");
    title.textContent = `${label}: ${count ? countedResults(count) : "žádný výsledek"}`;
    if (area) shape.setAttribute("href", writeState({ ...state, chosen: { ...chosen, [area.facet]: [area.value.id] } }));
    else shape.removeAttribute("href");
    isAny ||= count > 0;
  }
  return isAny;
}

function listedArea({ facet, value, spots }, context) {
  const { state, chosen } = context;
  const label = value ? value.label[0].toLocaleUpperCase("cs") + value.label.slice(1) : "Bez určeného kraje";
  const address = value && writeState({ ...state, chosen: { ...chosen, [facet]: [value.id] } });
  const heading = element("h3", {}, value ? element("a", { href: address }, label) : label);
  return element(
    "section",
    { class: "map-list__area" },
    head(heading, "map-list__count", spots),
    element("ul", {}, spots.map((spot) => listedSpot(spot, context))),
  );
}

function listedSpot({ name, anchor, documents }, context) {
  const label = name || "Bez určené obce";
  const list = element("ul");
  const draw = (records) => list.replaceChildren(...records.map((one) => listedCase(one, context)));
  const item = element("li", { id: anchor || null });
  if (documents.every((one) => context.known.has(one))) {
    draw(documents.map((one) => context.known.get(one)));
    item.append(element("span", { class: "map-list__name" }, label), list);
    return item;
  }
  const count = element("span", { class: "map-list__count" }, shownNumber(documents.length));
  const box = element("details", {}, element("summary", { class: "map-list__name" }, label, " ", count), list);
  box.addEventListener("toggle", () => {
    if (!box.open || list.childElementCount) return;
    const failed = () => list.replaceChildren(element("li", {}, "Nepodařilo se načíst. Zkuste to znovu."));
    context.search.records(documents).then(draw, failed);
  });
  item.append(box);
  return item;
}

function listedCase(record, { search, answer }) {
  const title = answer ? search.highlight(record.title, answer) : record.title;
  const link = element("a", { href: new URL(record.address, search.root) }, title);
  return element("li", { class: "map-list__case", "data-slug": record.slug, "data-kind": record.kind }, link);
}
