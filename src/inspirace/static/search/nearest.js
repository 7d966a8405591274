// Near misses: terms that a mistyped word was probably meant to be.

const LEAST_LETTERS = 4;
const LETTERS_FOR_TWO = 7;
const MOST = 6;
const OTHER_FIRST_LETTER = 0.5;

// Returns [term, weight] of the terms within one edit, or two of a long word, the nearest first.
export function nearestTerms(word, terms) {
  if (word.length < LEAST_LETTERS) return [];
  const limit = word.length >= LETTERS_FOR_TWO ? 2 : 1;
  const found = [];
  for (const term of terms) {
    const edits = distance(word, term, limit);
    if (edits <= limit) {
      found.push([term, edits + (term[0] === word[0] ? 0 : OTHER_FIRST_LETTER)]);
    }
  }
  found.sort(([one, near], [other, far]) => near - far || (one < other ? -1 : 1));
  return found.slice(0, MOST).map(([term, cost]) => [term, 0.7 / (1 + 0.5 * (cost - 1))]);
}

const rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)];

// Returns how many letters are to be added, left out, changed or swapped with the next one;
// any number over the limit where it is more.
export function distance(word, term, limit) {
  if (Math.abs(word.length - term.length) > limit || Math.max(word.length, term.length) > 62) {
    return limit + 1;
  }
  let [before, last, row] = rows;
  for (let place = 0; place <= term.length; place += 1) last[place] = place;
  for (let at = 1; at <= word.length; at += 1) {
    row[0] = at;
    let least = at;
    const sign = word[at - 1];
    for (let place = 1; place <= term.length; place += 1) {
      const other = term[place - 1];
      let edits = Math.min(
        last[place] + 1,
        row[place - 1] + 1,
        last[place - 1] + (sign === other ? 0 : 1),
      );
      if (at > 1 && place > 1 && sign === term[place - 2] && word[at - 2] === other) {
        edits = Math.min(edits, before[place - 2] + 1);
      }
      row[place] = edits;
      if (edits < least) least = edits;
    }
    if (least > limit) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  return last[term.length];
}
