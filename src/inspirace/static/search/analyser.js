// The Czech analyser in the browser: the same rules as search/analyser.py, in the same order.
// `data` is analyser.json; both give the same terms for every word.

const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /[\u0300-\u036f]/g;
const DIGIT = /\p{Nd}/u;
const SOFTENED = { k: "c", h: "z", g: "z" };

const isConsonant = (sign) => !"aeiouy".includes(sign);

// Returns the words of a text in lower case; `start` and `end` are places in the text.
export function splitWords(text) {
  return Array.from(text.matchAll(WORD), (found) => ({
    word: found[0].toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

export function createAnalyser(data) {
  const stopWords = new Set(data.stopWords.join(" ").split(" "));
  const wholeWords = new Map(Object.entries(data.wholeWords));
  const kept = new Set(data.kept.split(" "));
  const endings = data.endings.flatMap(([remaining, listed]) =>
    listed.split(" ").map((ending) => [ending, remaining + ending.length]),
  );
  const joined = new Map(Object.entries(data.joined));
  const letters = new Map(Object.entries(data.letters));

  function fold(word) {
    const bare = word.normalize("NFD").replace(MARKS, "").normalize("NFC");
    return Array.from(bare, (sign) => letters.get(sign) ?? sign).join("");
  }

  function stem(folded) {
    if (wholeWords.has(folded)) return wholeWords.get(folded);
    if (Array.from(folded).length < 3 || DIGIT.test(folded)) return folded;
    const word = folded.endsWith("ismus") ? folded.slice(0, -2) : folded;
    const ending = kept.has(word)
      ? ""
      : (endings.find(([one, least]) => word.endsWith(one) && word.length >= least) ?? [""])[0];
    let bare = withoutSuffix(word.slice(0, word.length - ending.length));
    if (ending === "i") bare = hardened(bare);
    const softened = soften(withoutFleetingE(bare));
    return joined.get(softened) ?? softened;
  }

  // Returns what is to be found: words, folded, with their terms; stop words only where there is
  // nothing else.
  function analyse(text) {
    // in lower case first, as in Python: the dot of a Turkish İ is a sign of its own then
    const words = splitWords(text.normalize("NFC").toLowerCase()).map(({ word }) => {
      const folded = fold(word);
      return { word, folded, term: stem(folded) };
    });
    const telling = words.filter(({ folded }) => !stopWords.has(folded));
    return telling.length ? telling : words;
  }

  return { fold, stem, analyse, isStopWord: (folded) => stopWords.has(folded) };
}

function withoutSuffix(stem) {
  if (stem.length >= 5 && stem.endsWith("i")) stem = stem.slice(0, -1);
  if (stem.length >= 6 && stem.endsWith("ejs")) {
    stem = stem.slice(0, -3);
    if (stem.length >= 6 && stem.startsWith("nej")) stem = stem.slice(3);
  }
  if (stem.length >= 5 && (stem.endsWith("ov") || stem.endsWith("uv"))) stem = stem.slice(0, -2);
  return stem;
}

function hardened(stem) {
  if (stem.length >= 5 && stem.endsWith("st") && isConsonant(stem.at(-3))) {
    return `${stem.slice(0, -2)}sk`;
  }
  if (stem.length >= 6 && stem.endsWith("ct")) return `${stem.slice(0, -2)}ck`;
  return stem;
}

function withoutFleetingE(stem) {
  const isFleeting =
    stem.length >= 4 &&
    "nkrclmt".includes(stem.at(-1)) &&
    stem.at(-2) === "e" &&
    isConsonant(stem.at(-3));
  return isFleeting ? stem.slice(0, -2) + stem.at(-1) : stem;
}

function soften(stem) {
  if (stem.endsWith("ch")) return `${stem.slice(0, -2)}s`;
  const last = stem.at(-1);
  return stem.slice(0, -1) + (Object.hasOwn(SOFTENED, last) ? SOFTENED[last] : last);
}
