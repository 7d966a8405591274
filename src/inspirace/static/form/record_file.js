// A record's file: its fields as front matter, its sections below, both in the schema's order.
// The twin of forms/record_file.py; tests compare the bytes that both write.
//
// recordFile(schema, values, sections) → text of the file
// withDefaults(schema, values, "2026-11-25") → values with what the sender does not decide
// freeSlug(title, municipality, taken) → slug of the file, "" where the title gives none
// readDraft(schema, text) → { values, sections, remarks }: a file of recordFile opened again
//
// `schema` is what forms/form_schema.py exports; `values` are texts, numbers, lists and objects by
// field names; `sections` are Markdown by the section's identifier.

import { SPACES, cleanLine, cleanSection } from "./cleaning.js";

const PLAIN = new RegExp(
  `^[\\p{L}\\p{Nl}\\p{No}](?![^\\n]*(?::[${SPACES}]|[${SPACES}]#|:$))[^\\n]*$`,
  "u",
);
const YEAR_OR_TERM = /^(?:[12][0-9]{3}|[0-9]+(?:-[a-z0-9]+)+)$/;
const WORDS = new Set(["y", "n", "yes", "no", "true", "false", "on", "off", "null"]);
// What YAML must not have as written; in double quotes signs of other planes are escaped, too.
const SPECIAL = /[\x00-\x09\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]|\u{10ffff}/u;
const BREAKS = /[\n\x85\u2028\u2029]/;
const ESCAPED = /["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\u{10000}-\u{10ffff}]/gu;
const ESCAPES = {
  "\0": "0", "\x07": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r",
  "\x1b": "e", '"': '"', "\\": "\\", "\x85": "N", "\u2028": "L", "\u2029": "P",
};
const UNESCAPES = Object.fromEntries(Object.entries(ESCAPES).map(([sign, name]) => [name, sign]));
// What a file to fill in has between its fields.
const HINT = /^ *(?:#|$)/;
const LONGEST_TITLE = 200;
const MOST_OF_ONE_NAME = 100;
const WHOLE_LETTERS = { ø: "o", Ø: "O", ł: "l", Ł: "L", đ: "d", Đ: "D", æ: "ae", Æ: "AE", œ: "oe" };

/** Return the text of a record's file. */
export function recordFile(schema, values, sections) {
  const front = fieldLines(schema.fields, cleanValues(values), "").join("");
  const body = schema.sections
    .filter((one) => sections[one.id])
    .map((one) => `\n## ${one.label}\n\n${cleanSection(sections[one.id])}\n`)
    .join("");
  return `---\n${front}---\n${body}`;
}

/** Return the values of a new record with what its sender does not decide. */
export function withDefaults(schema, values, date) {
  const defaults = JSON.parse(JSON.stringify(schema.defaults).replaceAll("{date}", date));
  return { ...defaults, ...values };
}

function fieldLines(fields, values, indent) {
  return fields
    .filter((field) => !isNothing(values[field.name]))
    .map((field) => `${indent}${field.name}:${valueText(field, values[field.name], indent)}`);
}

function valueText(field, value, indent) {
  if (field.item) {
    return `\n${value.map((one) => itemText(field.item, one, `${indent}  `)).join("")}`;
  }
  if (field.fields) return `\n${fieldLines(field.fields, value, `${indent}  `).join("")}`;
  return ` ${scalar(String(value))}\n`;
}

function itemText(item, value, indent) {
  if (!item.fields) return `${indent}- ${scalar(String(value))}\n`;
  const inner = fieldLines(item.fields, value, `${indent}  `).join("");
  return `${indent}- ${inner.slice(indent.length + 2)}`;
}

/** Return whether a form holds nothing there: no text, no row with a text. */
export function isNothing(value) {
  if (value === undefined || value === null) return true;
  if (typeof value === "object") return Object.values(value).every(isNothing);
  return cleanLine(String(value)) === "";
}

/** Return the values as they are written: texts cleaned, empty rows and fields left out. */
export function cleanValues(value) {
  if (Array.isArray(value)) return value.filter((one) => !isNothing(one)).map(cleanValues);
  if (value && typeof value === "object") {
    const kept = Object.entries(value).filter(([, one]) => !isNothing(one));
    return Object.fromEntries(kept.map(([name, one]) => [name, cleanValues(one)]));
  }
  return typeof value === "string" ? cleanLine(value) : value;
}

function scalar(text) {
  const isPlain = PLAIN.test(text) && !WORDS.has(text.toUpperCase().toLowerCase());
  const mayBePlain = !SPECIAL.test(text) && !BREAKS.test(text);
  if ((isPlain || YEAR_OR_TERM.test(text)) && mayBePlain) return text;
  if (/["\\]/.test(text) && mayBePlain) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(ESCAPED, escaped)}"`;
}

function escaped(sign) {
  if (ESCAPES[sign]) return `\\${ESCAPES[sign]}`;
  const code = sign.codePointAt(0);
  const [letter, width] = code < 0x100 ? ["x", 2] : code < 0x10000 ? ["u", 4] : ["U", 8];
  return `\\${letter}${code.toString(16).toUpperCase().padStart(width, "0")}`;
}

/** Return the text without diacritics, in lower case, with single spaces. */
export function fold(text) {
  const whole = text.replace(/[øØłŁđĐæÆœ]/g, (letter) => WHOLE_LETTERS[letter]);
  const bare = whole.normalize("NFKD").replace(/(?![\u034f\ufe00-\ufe0f])\p{Mn}/gu, "");
  return cleanSpaces(bare.toLowerCase().replaceAll("ß", "ss"));
}

function cleanSpaces(text) {
  return text.replace(new RegExp(`[${SPACES}]+`, "g"), " ").replace(/^ | $/g, "");
}

/** Return the slug that a title comes down to, "" where it has no letter and no digit. */
export function slugOf(title) {
  let name = fold([...title.replaceAll("/", " ")].slice(0, LONGEST_TITLE).join("")).split("#")[0];
  if (!name.includes(" ")) name = name.replace(/\.md$/, "");
  return name.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
}

/** Return a slug that none of the taken ones is: the title's, with the place, with a number. */
export function freeSlug(title, municipality, taken) {
  const plain = slugOf(title);
  if (!plain) return "";
  const used = new Set(taken);
  const candidates = [plain, slugOf(`${plain} ${(municipality || "").split("(")[0]}`)];
  for (let number = 2; number < MOST_OF_ONE_NAME; number += 1) candidates.push(`${plain}-${number}`);
  return candidates.find((one) => !used.has(one)) || "";
}

/** Return a draft's values and sections; `remarks` say in Czech what could not be read. */
export function readDraft(schema, text) {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n");
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) {
    const remark = "Tohle není rozepsaný případ z tohoto formuláře: soubor nezačíná hlavičkou mezi řádky ---.";
    return { values: {}, sections: {}, remarks: [remark] };
  }
  const remarks = [];
  const cursor = { lines: [], numbers: [], at: 0, remarks };
  lines.slice(1, end).forEach((line, place) => {
    if (HINT.test(line)) return;
    cursor.lines.push(line.replace(/^( *-)$/, "$1 "));
    cursor.numbers.push(place + 2);
  });
  const values = readFields(schema.fields, cursor, "");
  return { values, sections: readSections(schema, lines.slice(end + 1), remarks), remarks };
}

function readFields(fields, cursor, indent) {
  const values = {};
  while (cursor.at < cursor.lines.length) {
    const line = cursor.lines[cursor.at];
    const found = /^( *)([a-z_]+):(?: (.*))?$/.exec(line);
    if (found && found[1].length < indent.length) break;
    if (!found && line.startsWith(`${indent.slice(2)}- `)) break;
    cursor.at += 1;
    const field = found && found[1] === indent && fields.find((one) => one.name === found[2]);
    if (field) values[field.name] = readValue(field, found[3], cursor, indent);
    else notRead(cursor, line);
  }
  return values;
}

function readValue(field, written, cursor, indent) {
  if ((field.item || field.fields) && written) notRead(cursor, `${field.name}: ${written}`);
  if (field.item) return readItems(field.item, cursor, `${indent}  `);
  if (field.fields) return readFields(field.fields, cursor, `${indent}  `);
  return cast(field, readScalar(written || "", cursor));
}

function readItems(item, cursor, indent) {
  const items = [];
  while (cursor.at < cursor.lines.length && cursor.lines[cursor.at].startsWith(`${indent}- `)) {
    if (item.fields) {
      // The first field of a row stands behind its hyphen.
      cursor.lines[cursor.at] = `${indent}  ${cursor.lines[cursor.at].slice(indent.length + 2)}`;
      items.push(readFields(item.fields, cursor, `${indent}  `));
    } else {
      cursor.at += 1;
      items.push(cast(item, readScalar(cursor.lines[cursor.at - 1].slice(indent.length + 2), cursor)));
    }
  }
  return items;
}

function readScalar(written, cursor) {
  const whole = /^(?:'((?:[^']|'')*)'|"((?:[^"\\]|\\.)*)"|([^'"|>].*)?)$/u.exec(written);
  if (!whole) {
    notRead(cursor, written);
    return "";
  }
  if (whole[1] !== undefined) return whole[1].replaceAll("''", "'");
  return whole[2] === undefined ? whole[3] || "" : unescaped(whole[2]);
}

function unescaped(text) {
  return text.replace(/\\(?:x(..)|u(....)|U(........)|(.))/g, (_, two, four, eight, one) =>
    one ? (UNESCAPES[one] ?? one) : String.fromCodePoint(Math.min(parseInt(two || four || eight, 16) || 0xfffd, 0x10ffff)),
  );
}

function cast(field, text) {
  return field.kind === "integer" && /^[0-9]{1,15}$/.test(text) ? Number(text) : text;
}

function readSections(schema, lines, remarks) {
  const sections = {};
  let current = "";
  let isCode = false;
  for (const line of lines) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
    const heading = isCode ? null : /^## (.*)$/.exec(line);
    const section = heading && schema.sections.find((one) => one.label === heading[1].trim());
    if (section && !(section.id in sections)) {
      current = section.id;
      sections[current] = "";
    } else if (current) {
      sections[current] += `${line}\n`;
    } else if (line.trim()) {
      remarks.push(`Text „${short(line)}“ není v žádném oddílu, a tak se nenačetl.`);
    }
  }
  return Object.fromEntries(Object.entries(sections).map(([id, text]) => [id, text.replace(/^\n+|\n+$/g, "")]));
}

function notRead({ numbers, at, remarks }, line) {
  remarks.push(`Řádek ${numbers[at - 1]} („${short(line.trim())}“) formulář nezná, a tak se nenačetl.`);
}

function short(text) {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
