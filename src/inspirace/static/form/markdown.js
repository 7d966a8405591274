// Markdown of a section, as far as the rules of its text go: not a parser, but its outlines.

const FENCE = /^ {0,3}(?:```|~~~)/;
const TAG = /<(?:[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?|\/[a-z][a-z0-9-]*\s*)>/i;
const CODE = /(`+)(?!`)([^`]|[^`].*?[^`])\1(?!`)/g;
const LINK = /(!?)\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;
const BARE = /<((?:https?|mailto):[^\s<>]*)>/g;
const DOMAIN = /^(?:www\.[^/\s]+|(?:[\w-]+\.)+(?:at|com|cz|de|edu|eu|gov|info|net|org|pl|sk|uk))(?:[/?#].*)?$/i;
const LONGEST_QUOTE = 80;
const LONGEST_TAG = 40;

const RULE = /^ {0,3}(?:([-*_]) *)(?:\1 *){2,}$/;
const TABLE_RULE = /^ {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$/;

/** Return how many signs the text has without markup. */
export function textLength(markdown) {
  const bare = markdown
    .split("\n")
    .filter((line) => !FENCE.test(line) && !RULE.test(line) && !TABLE_RULE.test(line))
    .map((line) => line.replace(/^\s*(?:>\s*|[-*+]\s+|\d{1,9}[.)]\s+)*/, "").replace(/^#{1,6}\s+/, ""))
    .map((line) => (line.startsWith("|") ? line.replace(/ *(?<!\\)\| */g, " ") : line.replace(/\\$/, "")))
    .join(" ")
    .replace(CODE, (_, ticks, code) => "x".repeat([...code.replace(/^ (.*) $/, "$1")].length))
    .replace(LINK, (_, image, text) => (image ? "" : text))
    .replace(BARE, "$1")
    .replace(/&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi, (entity) => (entity === "&nbsp;" ? " " : "x"))
    .replace(/(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\\\p{L}\p{N}*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
  return [...bare.normalize("NFC").replace(/\s+/g, " ").trim()].length;
}

/** Return what the catalogue does not draw or take: [code, name of the sentence, places]. */
export function sectionFaults(markdown) {
  const lines = markdown.split("\n");
  const faults = [];
  const fenced = lines.findIndex((line) => FENCE.test(line));
  if (fenced >= 0) faults.push(["unsupported-markup", "fenced-code", {}]);
  const text = (fenced >= 0 ? lines.slice(0, fenced) : lines).join("\n").replace(CODE, "");
  if (lines.some((line, at) => /^(?: {4}|\t)\S/.test(line) && (at === 0 || !lines[at - 1].trim()) && !inList(lines, at))) {
    faults.push(["unsupported-markup", "indented-code", {}]);
  }
  for (const heading of text.matchAll(/^## +(.*)$/gm)) {
    faults.push(["unknown-section", "unknown-section", { title: heading[1].trim() }]);
  }
  return [...faults, ...htmlFaults(text), ...markFaults(text), ...linkFaults(text)];
}

function inList(lines, at) {
  const before = lines.slice(0, at).reverse().find((line) => line.trim() && !/^\s/.test(line));
  return before !== undefined && /^(?:[-*+]|\d{1,9}[.)])\s/.test(before);
}

function htmlFaults(text) {
  if (text.includes("<!--")) return [["raw-html", "hidden-note", {}]];
  const tag = TAG.exec(text.replace(BARE, "").replace(/\\</g, ""));
  if (!tag) return [];
  const said = tag[0].length > LONGEST_TAG ? `${tag[0].slice(0, LONGEST_TAG)}…` : tag[0];
  return [["raw-html", "raw-html", { tag: said }]];
}

const MARKS = [
  [/(?<!\\)\[\^[^[\]\s]+\]/, "footnote"],
  [/(?<![\\~])~{1,2}(?=[^\s~])[^~\n]*[^\s~]~{1,2}(?!~)/, "strikethrough"],
  [/^\s*(?:[-*+]|\d{1,9}[.)]) \[[ xX]\] /m, "task"],
  [/(?<!\\)\[!\w+\]|^(?:!!!|\?\?\?\+?) \w/m, "frame"],
  [/(?<!\\)\{[:#.%{][^{}\n]*\}/, "braces"],
  [/(?<![\\=])==(?=[^\s=])[^=\n]+==(?!=)/, "highlight"],
  [/(?<!\\)\$(?:\$|(?=[^$\n]*[\\^_=])[^$\n]+\$)/, "formula"],
  [/(?<!\\)\] +\((?=https?:|www\.|mailto:|\.\.?\/|#|[\w/-]+\.md\b)/, "link-gap", "bad-link"],
  [/^#{2,6}[\p{L}\p{N}]/mu, "heading-joined"],
  [/^(?![ \t]*(?:[-*+>#|]|\d+[.)])).*\S.*\n {0,3}(?:-+|=+) *$/m, "heading-underlined"],
  [/^# /m, "heading-of-page"],
  [/^#{4,6} /m, "heading-too-low"],
  [/(?<!!)\[\]\(/, "link-wordless", "bad-link"],
];

function markFaults(text) {
  return MARKS.filter(([pattern]) => pattern.test(text)).map(([, name, code]) => [code || "unsupported-markup", name, {}]);
}

function linkFaults(text) {
  const links = [...text.matchAll(LINK)].map((link) => [link[1] === "!", link[3]]);
  return links.map(([isImage, target]) => linkFault(isImage, target)).filter(Boolean);
}

function linkFault(isImage, target) {
  const bare = target.replace(/[\x00-\x20]/g, "");
  const shown = target.length > LONGEST_QUOTE ? `${target.slice(0, LONGEST_QUOTE)}…` : target;
  const said = `${isImage ? "Obrázek" : "Odkaz"} „${shown}“`;
  const scheme = (/^([a-z][a-z0-9+.-]*):/i.exec(bare) || ["", ""])[1].toLowerCase();
  const isOutside = scheme === "http" || scheme === "https" || bare.startsWith("//");
  if (isImage && isOutside) return ["foreign-image", "foreign-image", { said }];
  if (/^(?:[a-z]:|file:|\\\\)/i.test(bare)) return ["bad-link", "link-on-a-disk", { said }];
  if (scheme && !isOutside && (scheme !== "mailto" || isImage)) {
    return ["bad-link", "link-scheme", { said, scheme }];
  }
  if (!scheme && !isImage && DOMAIN.test(bare)) return ["bad-link", "link-without-https", { said, bare }];
  if (bare.startsWith("//")) return ["bad-link", "link-without-scheme", { said, bare }];
  if (isOutside && !/^https?:\/\/[\p{L}\p{N}_-]/iu.test(bare)) {
    return ["bad-link", "link-unfinished", { said }];
  }
  return null;
}
