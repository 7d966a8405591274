// The search engine of the catalogue: asks the index that the build has written, with nothing
// fetched before it is needed. Draws nothing; pages are drawn by those who call it.
//
//   const search = await openSearch();           the manifest, fetched once for all who call
//   const answer = await search.ask("hluché děti");
//     answer.state      "idle" nothing was asked | "ready" | "empty" nothing was found |
//                       "approximate" a word was guessed, or nothing was found for it
//     answer.documents  numbers of documents, the best first; answer.scores in the same order
//     answer.instead    [{ typed, words }], what was searched instead of a word; may be empty
//     answer.missing    words, in lower case, that nothing was found for
//     answer.isCut      a word is so common that only the 1,500 strongest of its cases are here
//   await search.ask(text, { filter })           filter(document) → whether it may be in the answer
//   const records = await search.records(answer.documents.slice(0, 10));
//     { document, kind: "innovation" | "method", slug, address, title, summary, line, pattern,
//       terms: [{ number, kind, facet, slug, label, count, synonyms, address, broader }] }
//     address is relative to search.root, the site's; pattern is the card's CSS classes
//   search.reasons(record, answer)               terms that matched: [{ term, synonym }];
//                                                synonym is the word that led there, or ""
//   search.highlight(text, answer)               DocumentFragment with <mark> around what matched
//   await search.suggestTerms("hluch", 5)        [{ term, synonym }] whose words begin like that
//   const facets = await search.facets();        see facets.js
//   await search.places()                        for the map: { places: [[name, anchor]], column },
//                                                the column has a sign for each innovation
//   const ask = latest((text) => search.ask(text));
//     await ask("…") is null where a newer question was asked meanwhile: draw nothing then
//
// To save a round trip, start the modules and the manifest together, on focus of the box:
//   import(".../engine.js") and import(".../analyser-data.js"), then openSearch() at once.

import analyserData from "./analyser-data.js";
import { createAnalyser, splitWords } from "./analyser.js";

const HERE = new URL("./", import.meta.url);
const FACET_FILES = ["facets-0.json", "facets-1.json"];
const LONGEST_QUESTION = 300;
const MOST_WORDS = 20;
const STRONGEST = 63;

const RARITY_MATTERS = 0.7;
const PAIR_WEIGHT = 0.6;
const PREFIX_LETTERS = 3;
const MOST_COMPLETIONS = 12;
const MOST_SHARDS_OF_A_PREFIX = 4;
const BEGINNING_LETTERS = 5;
const BEGINNING_SHARE = 0.6;
const BEGINNING_WEIGHT = 0.3;

class MissingFile extends Error {}

let opened = null;

// Returns the search; whoever calls first starts it, and after a failure it may be tried again.
export function openSearch() {
  opened ??= fetchManifest()
    .then(async (manifest) => new Search(manifest, createAnalyser(await matchingData(manifest))))
    .catch((error) => {
      opened = null;
      throw error;
    });
  return opened;
}

// Returns the function with its answers dropped (null) where a newer call has been made.
export function latest(ask) {
  let newest = 0;
  return async (...given) => {
    const own = ++newest;
    try {
      const answer = await ask(...given);
      return own === newest ? answer : null;
    } catch (error) {
      if (own === newest) throw error;
      return null;
    }
  };
}

async function fetchManifest() {
  // asked anew every time: it says which folder is the current one
  const response = await fetch(new URL("manifest.json", HERE), { cache: "no-cache" });
  if (!response.ok) throw new MissingFile(response.url);
  return response.json();
}

async function matchingData(manifest) {
  if (analyserData.digest === manifest.analyser) return analyserData;
  // an old file kept by the browser: another address passes it by
  const address = new URL(`analyser-data.js?v=${manifest.analyser}`, HERE);
  const { default: fresh } = await import(address);
  if (fresh.digest === manifest.analyser) return fresh;
  throw new Error("The index was made with another analyser.");
}

export class Search {
  #manifest;
  #files = new Map();
  #termWords = new Map();
  #facets = null;

  constructor(manifest, analyser) {
    this.#manifest = manifest;
    this.analyser = analyser;
    this.root = new URL("../../../", HERE);
  }

  get documents() {
    return this.#manifest.documents;
  }

  // Documents from this number on are methods.
  get innovations() {
    return this.#manifest.innovations;
  }

  async ask(text, { filter = null } = {}) {
    const words = this.#words(text);
    if (!words.length) return idleAnswer(text);
    this.#vocabulary().catch(() => {}); // on its way while the words are looked up
    const [groups, pairs] = await this.#whileCurrent(() =>
      Promise.all([
        Promise.all(words.map((word, place) => this.#group(word, place === words.length - 1))),
        this.#pairs(words),
      ]),
    );
    return this.#answer(text, words, groups, pairs, filter);
  }

  async records(documents) {
    const size = this.#manifest.recordsInFile;
    return this.#whileCurrent(async () => {
      const [{ terms }, ...files] = await Promise.all([
        this.#vocabulary(),
        ...documents.map((one) => this.#json(`records-${Math.floor(one / size)}.json`)),
      ]);
      return documents.map((one, place) => this.#record(one, files[place][one % size], terms));
    });
  }

  facets() {
    const read = () => Promise.all(FACET_FILES.map((name) => this.#json(name)));
    this.#facets ??= Promise.all([import("./facets.js"), this.#whileCurrent(read)])
      .then(([{ Facets }, parts]) => new Facets(parts))
      .catch((error) => {
        this.#facets = null;
        throw error;
      });
    return this.#facets;
  }

  places() {
    return this.#whileCurrent(() => this.#json("places.json"));
  }

  reasons(record, answer) {
    const found = new Map();
    for (const own of record.terms) {
      for (let term = own; term && !found.has(term); term = term.broader) {
        const match = this.#match(term, ({ term: word }) => answer.matched.has(word));
        if (match) found.set(term, match);
      }
    }
    return [...found.values()];
  }

  highlight(text, answer) {
    const fragment = document.createDocumentFragment();
    let written = 0;
    for (const { word, start, end } of splitWords(text)) {
      if (!this.#isMatched(word, answer)) continue;
      fragment.append(text.slice(written, start));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      fragment.append(mark);
      written = end;
    }
    fragment.append(text.slice(written));
    return fragment;
  }

  async suggestTerms(text, most = 6) {
    const words = this.#words(text);
    if (!words.length) return [];
    const { terms } = await this.#whileCurrent(() => this.#vocabulary());
    const found = [...terms.values()].flatMap((term) => {
      const matches = words.map(({ folded, term: wanted }) =>
        this.#match(term, (one) => one.term === wanted || isBeginning(folded, one.folded)),
      );
      return matches.every(Boolean)
        ? [matches.find(({ synonym }) => synonym) ?? matches[0]]
        : [];
    });
    const order = (one) => (one.synonym ? 1 : 0);
    found.sort((one, other) => order(one) - order(other) || other.term.count - one.term.count);
    return found.slice(0, most);
  }

  #words(text) {
    const found = new Map();
    for (const word of this.analyser.analyse(text.slice(0, LONGEST_QUESTION))) {
      found.delete(word.term); // the last one is the one being typed
      found.set(word.term, word);
    }
    return [...found.values()].slice(-MOST_WORDS);
  }

  // Returns the terms to be searched for a word, with their weights and rows.
  async #group({ folded, term }, isLast) {
    const group = { terms: new Map(), isApproximate: false };
    const add = ([name, row], weight) => group.terms.set(name, { weight, row });
    const exact = await this.#row(term);
    if (exact) add([term, exact], 1);
    if ((isLast || !exact) && folded.length >= PREFIX_LETTERS) {
      for (const found of await this.#completions(folded, term)) {
        const typed = folded.length / found[0].length;
        add(found, (exact ? 0.65 : 0.8) * (0.6 + 0.4 * typed));
      }
    }
    if (group.terms.size || /\p{Nd}/u.test(folded)) return group;
    group.isApproximate = true;
    const guessed = await this.#guesses(folded, term);
    const rows = await Promise.all(guessed.map(([name]) => this.#row(name)));
    guessed.forEach(([name, weight], place) => rows[place] && add([name, rows[place]], weight));
    return group;
  }

  // Returns neighbouring words that stand so in a title or in a name of a term, as groups.
  async #pairs(words) {
    const names = words.slice(1).map(({ term }, place) => `${words[place].term} ${term}`);
    const rows = await Promise.all(names.map((name) => this.#row(name)));
    return names.flatMap((name, place) =>
      rows[place] ? [{ terms: new Map([[name, { weight: PAIR_WEIGHT, row: rows[place] }]]) }] : [],
    );
  }

  // Returns terms that begin with the word as it was typed, the shortest first.
  async #completions(folded, term) {
    const firsts = this.#manifest.shards;
    const shards = [];
    for (let number = Math.max(0, this.#shardOf(folded)); number < firsts.length; number += 1) {
      const isPast = firsts[number] > folded && !firsts[number].startsWith(folded);
      if (isPast || shards.length === MOST_SHARDS_OF_A_PREFIX) break;
      shards.push(this.#json(`terms-${number}.json`));
    }
    return (await Promise.all(shards))
      .flatMap((shard) => Object.entries(shard))
      .filter(([name]) => name.startsWith(folded) && name !== term && !name.includes(" "))
      .sort(([one], [other]) => one.length - other.length || (one < other ? -1 : 1))
      .slice(0, MOST_COMPLETIONS);
  }

  async #guesses(folded, term) {
    const [{ nearestTerms }, terms] = await Promise.all([
      import("./nearest.js"),
      this.#guessable(),
    ]);
    const near = nearestTerms(term, terms);
    if (near.length || folded.length < BEGINNING_LETTERS) return near;
    const beginning = folded.slice(0, Math.floor(folded.length * BEGINNING_SHARE));
    return terms
      .filter((one) => one.startsWith(beginning))
      .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
      .slice(0, MOST_COMPLETIONS)
      .map((one) => [one, BEGINNING_WEIGHT]);
  }

  #answer(text, words, groups, pairs, filter) {
    const totals = new Float64Array(this.documents);
    const best = new Float64Array(this.documents);
    const found = [];
    let isCut = false;
    for (const { terms } of [...groups, ...pairs]) {
      const touched = [];
      const most = Math.max(0, ...Array.from(terms.values(), ({ row }) => row[0]));
      for (const { weight, row } of terms.values()) {
        // of words that were not typed, a rare one is seldom the one that was meant
        const frequency = Math.sqrt(row[0] * most);
        isCut ||= scoreRow(row, weight * rarity(frequency, this.documents), best, touched) < row[0];
      }
      for (const one of touched) {
        if (!totals[one]) found.push(one);
        totals[one] += best[one];
        best[one] = 0;
      }
    }
    const documents = filter ? found.filter(filter) : found;
    documents.sort((one, other) => totals[other] - totals[one] || one - other);
    const isApproximate = groups.some((group) => group.isApproximate);
    return {
      text,
      documents,
      scores: documents.map((one) => totals[one]),
      state: documents.length ? (isApproximate ? "approximate" : "ready") : "empty",
      instead: groups.flatMap((group, place) => insteadOf(words[place], group)),
      missing: words.filter((_, place) => !groups[place].terms.size).map(({ word }) => word),
      isCut,
      matched: new Set(groups.flatMap(({ terms }) => [...terms.keys()])),
      typed: words.at(-1).folded,
    };
  }

  #isMatched(word, answer) {
    const folded = this.analyser.fold(word);
    return (
      answer.matched.has(this.analyser.stem(folded)) || isBeginning(answer.typed, folded)
    );
  }

  // Returns the term with the synonym that fits, "" where its label does; null where nothing does.
  #match(term, fits) {
    if (!this.#termWords.has(term)) {
      const analyse = (text) => this.analyser.analyse(text);
      this.#termWords.set(term, [["", analyse(term.label)], ...term.synonyms.map((one) => [one, analyse(one)])]);
    }
    const found = this.#termWords.get(term).find(([, words]) => words.some(fits));
    return found ? { term, synonym: found[0] } : null;
  }

  #record(document, [address, title, summary, line, pattern, numbers], terms) {
    const [kind, tint, scale] = pattern.split(" ");
    return {
      document,
      kind: document < this.innovations ? "innovation" : "method",
      slug: address.split("/").at(-2),
      address,
      title,
      summary,
      line,
      pattern: `pattern-${kind} pattern-tint-${tint} pattern-scale-${scale}`,
      terms: numbers.map((number) => terms.get(number)),
    };
  }

  #vocabulary() {
    return this.#kept("vocabulary", async () => {
      const { kinds, terms: rows } = await this.#json("vocabulary.json");
      const terms = new Map(
        rows.map(([number, place, slug, label, count, synonyms]) => {
          const [kind, facet, folder] = kinds[place];
          const address = folder ? `${folder}${slug}/` : "";
          const listed = synonyms ? synonyms.split("|") : [];
          const term = { number, kind, facet, slug, label, count, synonyms: listed, address };
          return [number, { ...term, broader: null }];
        }),
      );
      for (const row of rows) terms.get(row[0]).broader = terms.get(row[6]) ?? null;
      return { terms };
    });
  }

  #guessable() {
    return this.#kept("guessable", async () => frontDecoded(await this.#text("terms.txt")));
  }

  #shardOf(term) {
    // by code point, as they were sorted: UTF-16 differs only beyond all letters that are used
    const firsts = this.#manifest.shards;
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  async #row(term) {
    const number = this.#shardOf(term);
    if (number < 0) return null;
    const shard = await this.#json(`terms-${number}.json`);
    return Object.hasOwn(shard, term) ? shard[term] : null;
  }

  #json(name) {
    return this.#kept(name, async () => JSON.parse(await this.#text(name)));
  }

  async #text(name) {
    const response = await fetch(new URL(`${this.#manifest.folder}/${name}`, HERE));
    if (!response.ok) throw new MissingFile(response.url);
    return response.text();
  }

  // Returns what was made under the name before; a failure is forgotten, so that it is tried again.
  #kept(name, make) {
    if (!this.#files.has(name)) {
      const made = make();
      this.#files.set(name, made);
      made.catch(() => this.#files.get(name) === made && this.#files.delete(name));
    }
    return this.#files.get(name);
  }

  // Does it again with the new index where the site was published anew under an open page.
  async #whileCurrent(action) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof MissingFile)) throw error;
      const manifest = await fetchManifest();
      if (manifest.folder === this.#manifest.folder) throw error;
      this.analyser = createAnalyser(await matchingData(manifest));
      this.#manifest = manifest;
      this.#files.clear();
      this.#facets = null;
      return action();
    }
  }
}

function idleAnswer(text) {
  const nothing = { documents: [], scores: [], instead: [], missing: [], matched: new Set() };
  return { text, state: "idle", isCut: false, typed: "", ...nothing };
}

function isBeginning(typed, folded) {
  return typed.length >= PREFIX_LETTERS && folded.startsWith(typed);
}

// Damped: in a catalogue of hundreds a verb that stands in two texts is rare, and yet seldom what
// the question is about.
function rarity(frequency, documents) {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5)) ** RARITY_MATTERS;
}

// Keeps the best score of each document of a row; returns how many documents the row has.
function scoreRow(row, weight, best, touched) {
  let count = 0;
  for (const group of row) {
    if (!Array.isArray(group)) continue;
    const score = (weight * group[0]) / STRONGEST;
    let document = 0;
    for (let place = 1; place < group.length; place += 1) {
      document += group[place];
      if (!best[document]) touched.push(document);
      if (score > best[document]) best[document] = score;
    }
    count += group.length - 1;
  }
  return count;
}

function insteadOf({ word }, { terms, isApproximate }) {
  if (!isApproximate || !terms.size) return [];
  // a term without a word to show is the beginning of its words
  const words = [...terms].map(([term, { row }]) =>
    typeof row[1] === "string" ? row[1] : `${term}…`,
  );
  return [{ typed: word, words }];
}

function frontDecoded(text) {
  const terms = [];
  let last = "";
  for (const line of text.split("\n")) {
    last = last.slice(0, parseInt(line[0], 36)) + line.slice(1);
    terms.push(last);
  }
  return terms;
}
