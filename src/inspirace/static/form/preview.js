// Preview: the card and the page that the answers will become, made of nodes, never of strings.
// Marks of Markdown other than paragraphs and lists are left for the build.
//
// drawCard(holder, schema, answers, labels)   drawPage(…) likewise
// `labels` gives { label, pattern } of an identifier in a field: labels("topics", "bydleni")

import { element } from "./nodes.js";

const CHIPS = { target_groups: "group", topics: "topic", service_types: "service" };
const NOT_FACTS = new Set(["title", "summary", "summary_en", ...Object.keys(CHIPS)]);
const PATTERN_FIELDS = ["topics", "phase"];
const ITEM = /^(?:[-*+]|[0-9]{1,9}[.)]) +/;

export function drawCard(holder, schema, { values }, labels) {
  const first = (name) => [values[name]].flat()[0];
  const field = PATTERN_FIELDS.find(first);
  const pattern = field ? labels(field, first(field)).pattern : "pattern-1 pattern-tint-3 pattern-scale-0";
  const place = values.municipality || (values.country && labels("country", values.country).label);
  const meta = [
    place,
    values.target_groups && labels("target_groups", first("target_groups")).label,
    values.phase && labels("phase", values.phase).label,
  ];
  const card = element("li", `card ${pattern}`, [
    element("p", "card__title form__card-title", values.title || "Tady bude název"),
    element("p", "card__text", values.summary || "A tady shrnutí: pro koho to je, co se děje a k čemu to vede."),
    element("p", "card__meta", meta.filter(Boolean).join(" · ")),
  ]);
  holder.replaceChildren(element("ul", "cards", [card]));
}

export function drawPage(holder, schema, { values, sections }, labels) {
  const chips = Object.entries(CHIPS).flatMap(([name, kind]) =>
    (values[name] ?? []).map((one) =>
      element("li", "", [element("span", `chip chip--${kind}`, labels(name, one).label)]),
    ),
  );
  const parts = schema.sections
    .filter(({ id }) => sections[id])
    .map(({ id, label }) => element("section", "", [heading(label), ...paragraphs(sections[id])]));
  const page = element("div", "record", [
    element("div", "record__head", [
      element("p", "form__page-title", values.title || "Tady bude název"),
      element("p", "lead", values.summary),
      element("ul", "chips", chips),
    ]),
    element("div", "facts", [element("dl", "", schema.fields.flatMap((one) => fact(one, values[one.name], labels)))]),
    element("div", "record__text", [...parts, ...sources(values.sources)]),
  ]);
  holder.replaceChildren(page);
}

const heading = (label) => element("p", "form__page-heading", label);

function paragraphs(markdown) {
  return markdown.split(/\n{2,}/).flatMap((block) => {
    const lines = block.split("\n");
    if (!lines.every((line) => ITEM.test(line))) return [element("p", "", block)];
    const name = /^[0-9]/.test(lines[0]) ? "ol" : "ul";
    return [element(name, "form__page-list", lines.map((line) => element("li", "", line.replace(ITEM, ""))))];
  });
}

function fact(field, value, labels) {
  if (value === undefined || NOT_FACTS.has(field.name) || field.name === "sources" || !field.asked) return [];
  const shown = [value].flat().map((one) => told(field, one, labels)).join(", ");
  return [element("div", "fact", [element("dt", "", field.label), element("dd", "", shown)])];
}

function told(field, value, labels) {
  if (typeof value === "object") return Object.values(value).join(", ");
  return labels(field.name, value).label;
}

function sources(listed) {
  if (!listed?.length) return [];
  const items = listed.map((one) => element("li", "", [one.title, one.publisher, one.year].filter(Boolean).join(", ")));
  return [element("section", "", [heading("Zdroje"), element("ol", "form__page-list", items)])];
}
