// Cleaning: what Word and web pages leave in a text, taken out before it is checked or written.
// The twin of intake/cleaning.py; tests compare what both make of the same texts.

const ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000";
const NOTHING_TO_SEE = /[\u00ad\u200b\u2060\ufeff]/g;
const NO_WIDTH = /[\u200b\u2060\ufeff]/g;
// As Python's split() knows them.
export const SPACES = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const WHITE_SPACE = new RegExp(`[${SPACES}]+`, "g");
const MARK = new RegExp(
  `^( {0,3}(?:#{1,6}|[-*+]|[0-9]{1,9}[.)])) ?[${ODD_SPACES}][ ${ODD_SPACES}]*(?=[^${SPACES}])`,
);
const BULLET = new RegExp(`^( {0,6})[•●▪◦‣·][ \\t${ODD_SPACES}]+(?=[^${SPACES}])`);
const DASH = new RegExp(`^( {0,6})[–—−‒―][ \\t${ODD_SPACES}]+(?=[^${SPACES}])`);
const FENCE = /^ {0,3}(?:```|~~~)/;

/** Return a field's text on one line: composed, with ordinary and single spaces. */
export function cleanLine(text) {
  const composed = text.replace(NOTHING_TO_SEE, "").normalize("NFC");
  return composed.replace(WHITE_SPACE, " ").replace(/^ | $/g, "");
}

/** Return a section's Markdown composed, with plain marks of lists and nothing invisible. */
export function cleanSection(markdown) {
  const text = markdown.replace(/\r\n?/g, "\n").replace(NO_WIDTH, "").normalize("NFC");
  return withoutTrailingSpaces(withPlainMarks(text.split("\n"))).join("\n").replace(/^\n+|\n+$/g, "");
}

// A dash begins an item only where a neighbouring line has one, too: alone it may begin a speech.
function withPlainMarks(lines) {
  let isCode = false;
  const outside = lines.map((line) => {
    if (FENCE.test(line)) isCode = !isCode;
    else return !isCode;
    return false;
  });
  const marked = lines.map((line, number) =>
    outside[number] ? line.replace(MARK, "$1 ").replace(BULLET, "$1- ") : line,
  );
  const dashed = marked.map((line, number) => outside[number] && DASH.test(line));
  return marked.map((line, number) =>
    dashed[number] && (dashed[number - 1] || dashed[number + 1]) ? line.replace(DASH, "$1- ") : line,
  );
}

// Two spaces that break a line of Markdown stay.
function withoutTrailingSpaces(lines) {
  return lines.map((line, number) => {
    const below = lines[number + 1] || "";
    return line.endsWith("  ") && line.trim() && below.trim() ? line : line.replace(/[ \t]+$/, "");
  });
}
