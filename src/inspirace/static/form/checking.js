// Checking: what `inspirace check` would say of a record, as far as a browser can know it.
//
// check(schema, record, known) → [{ code, severity, field, message, advice }] in the form's order
//
// `schema` is what forms/form_schema.py exports, `record` is { values, sections } as the form holds
// them, `known` is { slugs: { innovation: […], method: […] }, titles: { folded title: slug } }.
// `field` is „sources[0].url“ for a field and the identifier for a section. Codes, fields and
// messages are the checker's own; the advice is another, for nobody writes YAML here.

import { SPACES, cleanSection } from "./cleaning.js";
import { sectionFaults, textLength } from "./markdown.js";
import { cleanValues, fold, slugOf } from "./record_file.js";

const IDEA = "namet";
const UNVERIFIED = "neovereno";
const HOME = "CZ";
const LONGEST_QUOTE = 80;
const MOST_WITHOUT_RESULTS = 1;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MONTH = /^[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?$/;
const EMAIL = /^[^\s@<>()[\],;:"\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}_-]*[\p{L}\p{N}]$/u;
const IMAGE = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpg|png|webp)$/;
const NOT_SHOWN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/;
const RECORDS = { innovation: "případu", method: "metody" };

const FORMATS = {
  address: (text) => isAddress(text) || ["bad-address", "bad-address"],
  email: (text) => EMAIL.test(text) || ["bad-contact", "bad-email"],
  date: (text) => dateFault(text, "bad-day"),
  month: (text) => dateFault(text, "bad-month"),
  slug: (text, field) =>
    SLUG.test(text) || ["bad-identifier", "bad-identifier", { record: RECORDS[field.reference] || "případu" }],
  "image-file": (text) => IMAGE.test(text) || ["bad-image", "bad-image"],
};

/** Return everything that is wrong with a record. */
export function check(schema, record, known = {}) {
  const values = cleanValues(record.values);
  const found = { schema, list: [], wrong: new Set() };
  checkFields(found, schema.fields, values, "");
  checkRecord(found, values, record.sections);
  checkSections(found, values, record.sections);
  checkCatalogue(found, values, known);
  return found.list;
}

function tell(found, field, code, name, places, advice, severity = "error") {
  const message = fill(found.schema.sentences[name], places);
  const said = found.schema.advice[name] ? fill(found.schema.advice[name], places) : advice;
  found.list.push({ code, severity, field, message, advice: said || "" });
  found.wrong.add(field);
}

function fill(sentence, places) {
  return sentence.replace(/\{([a-z]+)\}/g, (_, place) => String(places[place]));
}

// A field of a row is said with the row's number: „Adresa zdroje“ (položka 2).
function checkFields(found, fields, values, prefix, row = "") {
  for (const field of fields) {
    const path = `${prefix}${field.name}`;
    const value = values[field.name];
    const label = `„${field.label}“${row}`;
    if (value !== undefined) checkValue(found, field, value, path, label, row);
    else if (field.required) tell(found, path, "missing-field", "missing-field", { label }, field.help);
  }
}

function checkValue(found, field, value, path, label, row) {
  if (field.item) checkList(found, field, value, path, label);
  else if (field.fields) checkFields(found, field.fields, value, `${path}.`, row);
  else {
    const fault = valueFault(found.schema, field, value);
    if (fault) {
      const [code, name, places, advice, severity] = fault;
      tell(found, path, code, name, { said: `Pole ${label}`, value: quoted(value), ...places }, advice || field.help, severity);
    }
  }
}

function checkList(found, field, value, path, label) {
  const places = { said: `Pole ${label}`, limit: "" };
  if (value.length < (field.minItems || 0)) {
    const name = value.length ? "list-too-short" : "list-empty";
    tell(found, path, "too-few", name, { ...places, limit: field.minItems, length: items(value.length) }, field.help);
  } else if (field.maxItems && value.length > field.maxItems) {
    tell(found, path, "too-many", "list-too-long", { ...places, limit: field.maxItems, length: items(value.length) }, field.help);
  }
  value.forEach((one, index) => {
    const place = `${path}[${index}]`;
    const row = field.item.vocabulary || field.item.format ? "" : ` (položka ${index + 1})`;
    const count = found.list.length;
    checkValue(found, field.item, one, place, `${label}${row}`, row);
    const isRepeated = field.uniqueItems && value.slice(0, index).includes(one);
    if (isRepeated && found.list.length === count) {
      tell(found, place, "repeated-item", "repeated-item", { ...places, value: quoted(one) });
    }
  });
}

function valueFault(schema, field, value) {
  if (field.kind === "integer" || field.kind === "number") return numberFault(field, value);
  const text = String(value);
  const sign = NOT_SHOWN.exec(text);
  if (sign) {
    const code = sign[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    const name = /[\u202a-\u202e\u2066-\u2069]/.test(sign[0]) ? "turning-sign" : "bad-character";
    return ["bad-character", name, { sign: code }];
  }
  if (field.vocabulary) return termFault(schema.vocabularies[field.vocabulary], field, text);
  const fits = field.format ? FORMATS[field.format](text, field) : true;
  if (fits !== true) return fits;
  if (field.pattern && !new RegExp(field.pattern, "u").test(text)) return ["wrong-kind", "other-form"];
  return lengthFault(field, text);
}

function numberFault(field, value) {
  const text = String(value);
  if (!/^[0-9]{1,15}$/.test(text)) return ["wrong-kind", "not-whole"];
  const places = (limit) => ({ value: Number(text), limit });
  if (field.minimum !== undefined && Number(text) < field.minimum) return ["out-of-range", "too-small", places(field.minimum)];
  if (field.maximum !== undefined && Number(text) > field.maximum) return ["out-of-range", "too-great", places(field.maximum)];
  return null;
}

function termFault(vocabulary, field, text) {
  const term = vocabulary.terms.find((one) => one.id === text);
  if (!term) {
    const name = field.vocabulary === "countries" ? "unknown-country" : "unknown-term";
    return ["unknown-term", name, { title: vocabulary.title }];
  }
  return term.deprecated ? ["deprecated-term", "deprecated-term", { term: text }, "", "warning"] : null;
}

function lengthFault(field, text) {
  const length = [...text].length;
  if (length < (field.minLength || 0)) return ["too-short", "text-too-short", { length: signs(length), limit: field.minLength }];
  if (field.maxLength && length > field.maxLength) {
    return ["too-long", "text-too-long", { length: signs(length), limit: number(field.maxLength) }, `Zkraťte ho o ${signs(length - field.maxLength)}.`];
  }
  return null;
}

function isAddress(text) {
  const parts = /^(https?):\/\/([^/?#]*)/i.exec(text);
  if (!parts || /[\s<>"\x00-\x1f\x7f]/.test(text)) return false;
  const host = /^([^@:]*)(?::(\d{0,5}))?$/.exec(parts[2]);
  return host !== null && Number(host[2] || 0) < 65536 && HOST.test(host[1].toLowerCase());
}

function dateFault(text, name) {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (name === "bad-month" && MONTH.test(text)) return true;
  if (day) {
    const date = new Date(Date.UTC(2000, Number(day[2]) - 1, Number(day[3])));
    date.setUTCFullYear(Number(day[1]), Number(day[2]) - 1, Number(day[3]));
    const exists = Number(day[1]) > 0 && date.getUTCMonth() === Number(day[2]) - 1 && date.getUTCDate() === Number(day[3]);
    if (exists && name === "bad-day") return true;
    const missing = Number(day[3]) ? `${Number(day[3])}. ${Number(day[2])}. ${Number(day[1])}` : `${Number(day[2])}. měsíc`;
    if (!exists) return ["bad-date", "no-such-day", { missing }];
  }
  if (month && !(Number(month[2]) >= 1 && Number(month[2]) <= 12)) {
    return ["bad-date", "no-such-day", { missing: `${Number(month[2])}. měsíc` }];
  }
  return ["bad-date", name];
}

function checkRecord(found, values, sections) {
  const text = (...path) => {
    const place = path.join(".");
    const value = path.reduce((inner, name) => (inner ? inner[name] : undefined), values);
    return typeof value === "string" && !found.wrong.has(place) ? value : "";
  };
  const term = (vocabulary, id) => found.schema.vocabularies[vocabulary]?.terms.find((one) => one.id === id);
  const has = (name) => found.schema.fields.some((field) => field.name === name);
  const [started, ended] = [text("started"), text("ended")];
  const shared = Math.min(started.length, ended.length);
  if (shared && ended.slice(0, shared) < started.slice(0, shared)) {
    tell(found, "ended", "ended-before-started", "ended-before-started", { started, ended });
  }
  const status = term("case-status", text("status"));
  if (has("library") && status && status.id !== IDEA && values.library === undefined) {
    tell(found, "library", "missing-library", "missing-library", {});
  }
  checkNumbers(found, values);
  const level = term("evidence-levels", text("evidence_level"));
  if (level && !cleanSection(sections.results || "") && Number(level.id[0]) > MOST_WITHOUT_RESULTS) {
    tell(found, "evidence_level", "evidence-without-results", "evidence-without-results", { level: level.label });
  }
  checkVerification(found, values, term("verification-status", text("verification", "status")));
  if (values.contact && values.contact.email === undefined && values.contact.url === undefined) {
    tell(found, "contact", "bad-contact", "bad-contact", {});
  }
  const country = text("country");
  if (country && country !== HOME && values.region !== undefined) {
    tell(found, "region", "place-mismatch", "region-abroad", { country });
  }
}

function checkNumbers(found, values) {
  const addresses = (values.sources || []).map((row, index) => (found.wrong.has(`sources[${index}].url`) ? "" : row.url));
  if (!addresses.some((url) => url !== undefined)) return;
  (values.numbers || []).forEach((row, index) => {
    const place = `numbers[${index}].source`;
    if (row.source !== undefined && !found.wrong.has(place) && !addresses.includes(row.source)) {
      tell(found, place, "unsourced-number", "unsourced-number", { value: quoted(row.source) });
    }
  });
}

function checkVerification(found, values, status) {
  const isNamed = values.verification?.by !== undefined;
  if (!status || (status.id !== UNVERIFIED) === isNamed) return;
  const [field, name] = isNamed ? ["verification.by", "by-of-unverified"] : ["verification.status", "verified-by-nobody"];
  tell(found, field, "verified-by-nobody", name, { status: status.label });
}

function checkSections(found, values, sections) {
  const isIdea = values.status === IDEA;
  for (const section of found.schema.sections) {
    const text = cleanSection(sections[section.id] || "");
    const isRequired = isIdea ? section.required_for_idea : section.required;
    if (text) checkSection(found, section, text);
    else if (isRequired) tell(found, section.id, "missing-section", "missing-section", { title: section.label }, section.help);
  }
}

function checkSection(found, section, text) {
  const length = textLength(text);
  const places = { title: section.label, length: signs(length) };
  if (!length) tell(found, section.id, "empty-section", "empty-section", places, section.help);
  else if (length < section.minLength) {
    tell(found, section.id, "too-short", "section-too-short", { ...places, limit: section.minLength }, section.help);
  } else if (section.maxLength && length > section.maxLength) {
    const advice = `Zkraťte ho o ${signs(length - section.maxLength)}.`;
    tell(found, section.id, "too-long", "section-too-long", { ...places, limit: number(section.maxLength) }, advice);
  }
  for (const [code, name, more] of sectionFaults(text)) tell(found, section.id, code, name, more);
}

function checkCatalogue(found, values, known) {
  const slug = slugOf(String(values.title || ""));
  const twin = (known.titles || {})[fold(String(values.title || ""))];
  if (slug && twin) {
    const folder = found.schema.kind === "method" ? "methods" : "innovations";
    tell(found, "title", "slug-taken", "slug-taken", { path: `content/${folder}/${twin}.md` }, "Není to totéž? Jinak do názvu doplňte, čím se liší.", "warning");
  }
}

/** Return the value in Czech quotes, a long one without its end. */
export function quoted(value) {
  const signsOf = [...String(value)];
  if (signsOf.length <= LONGEST_QUOTE) return `„${value}“`;
  const start = signsOf.slice(0, LONGEST_QUOTE).join("");
  return `„${start.replace(new RegExp(`[${SPACES}]+$`), "")}…“`;
}

function number(count) {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, "\u00a0");
}

/** Return a count with its noun in the right form: „5 znaků“. */
export function counted(count, one, few, many) {
  const noun = count === 1 ? one : count >= 2 && count <= 4 ? few : many;
  return `${number(count)}\u00a0${noun}`;
}

const signs = (count) => counted(count, "znak", "znaky", "znaků");
const items = (count) => counted(count, "položku", "položky", "položek");
