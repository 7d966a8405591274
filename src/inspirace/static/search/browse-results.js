// The results as cards, as a list and as a table. `context` is { search, facets, answer, chosen };
// answer is null where nothing was asked.

import { element } from "./dom.js";
import { widerIds } from "./browse-state.js";

const MOST_REASONS = 5;
const TINTS = {
  "pro-koho": "group",
  temata: "topic",
  "typ-sluzby": "service",
  zeme: "place",
  kraje: "place",
};
const COLUMNS = ["pro-koho", "zeme", "naklady", "priprava", "provoz", "dolozeni", "stav"];
const FROM_ESTIMATES = ["naklady", "priprava", "provoz"];

// Returns the element around the results and the one that they are put into.
export function resultFrame(view, context) {
  if (view === "tabulka") return tableFrame(context);
  const list = element("ul", { class: view === "seznam" ? "compact" : "cards" });
  return { frame: list, body: list };
}

export function resultItem(view, record, context) {
  const draw = { karty: card, seznam: line, tabulka: tableRow }[view];
  const item = draw(record, context);
  item.dataset.slug = record.slug;
  item.dataset.kind = record.kind;
  return item;
}

// Returns the chip of a value in the tint of its facet; as a link where it leads somewhere.
export function chip({ facet, kind, label, note, count }, address = null) {
  const tint = TINTS[facet] ?? "other";
  return element(
    address ? "a" : "span",
    { class: `chip chip--${tint}`, href: address },
    element("span", { class: "hidden" }, `${kind}: `),
    label,
    note ? element("small", {}, note) : null,
    count ? element("span", { class: "hidden" }, ", výsledků: ") : null,
    count ? element("span", { class: "chip__count" }, count) : null,
  );
}

function card(record, context) {
  return element(
    "li",
    { class: `card ${record.pattern}` },
    element("h3", { class: "card__title" }, titleLink(record, context)),
    element("p", { class: "card__text" }, marked(record.summary, context)),
    reasonList(record, context),
    element("p", { class: "card__meta" }, meta(record)),
  );
}

function line(record, context) {
  return element(
    "li",
    {},
    element("h3", { class: "compact__title" }, titleLink(record, context)),
    element("p", { class: "compact__meta" }, meta(record)),
    reasonList(record, context),
  );
}

function tableFrame({ facets }) {
  const labels = COLUMNS.map((name) => facets.list.find((one) => one.name === name).label);
  const heads = ["Název", ...labels].map((text) => element("th", { scope: "col" }, text));
  const body = element("tbody");
  const table = element(
    "table",
    { class: "results-table" },
    element("caption", { class: "hidden" }, "Výsledky"),
    element("thead", {}, element("tr", {}, heads)),
    body,
  );
  const attributes = { class: "table-scroll", role: "region", tabindex: "0", "aria-label": "Tabulka výsledků" };
  return { frame: element("div", attributes, table), body };
}

function tableRow(record, context) {
  const cells = COLUMNS.map((name) => {
    const values = context.facets.valuesOf(name, record.document).map(({ label }) => label);
    const note = values.length ? originNote(name, record, context) : "";
    return element("td", {}, values.join(", ") || "–", note ? element("small", {}, note) : null);
  });
  const title = element("th", { scope: "row" }, titleLink(record, context));
  if (record.kind === "method") title.append(element("small", {}, "metoda"));
  return element("tr", {}, title, cells);
}

function titleLink(record, context) {
  const address = new URL(record.address, context.search.root);
  return element("a", { href: address }, marked(record.title, context));
}

function marked(text, { search, answer }) {
  return answer ? search.highlight(text, answer) : text;
}

function meta(record) {
  return record.kind === "method" ? `Metoda · ${record.line}` : record.line;
}

function reasonList(record, context) {
  const chips = reasons(record, context)
    .slice(0, MOST_REASONS)
    .map((one) => element("li", {}, chip(one)));
  return chips.length ? element("ul", { class: "chips why", "aria-label": "Proč je tady" }, chips) : null;
}

// Returns why the record is here: terms that the question found, values that were chosen.
function reasons(record, context) {
  const { search, facets, answer, chosen } = context;
  const found = new Map();
  for (const { term, synonym } of answer ? search.reasons(record, answer) : []) {
    const note = synonym ? `„${synonym}“` : "";
    found.set(`${term.facet}/${term.slug}`, { ...term, note, count: 0 });
  }
  for (const { name, label: kind, values } of facets.list) {
    const wanted = chosen[name] ?? [];
    if (!wanted.length) continue;
    for (const { id, label } of facets.valuesOf(name, record.document)) {
      if (!widerIds(values, id).some((one) => wanted.includes(one))) continue;
      found.set(`${name}/${id}`, { facet: name, kind, label, note: originNote(name, record, context) });
    }
  }
  return [...found.values()];
}

// Costs and hours are either in the sources, or the editors' estimate of a small start.
function originNote(name, { document }, { facets }) {
  if (!FROM_ESTIMATES.includes(name)) return "";
  return facets.isEstimated(name, document) ? "odhad redakce" : "podle zdrojů";
}
