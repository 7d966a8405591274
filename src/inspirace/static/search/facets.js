// Facets: innovations narrowed by values of the vocabularies, with live counts.
//
//   const facets = await search.facets();
//     facets.list                 [{ name, label, values: [{ id, label, broader }] }]; name and id
//                                 are those in addresses, broader is a place in values or -1
//   facets.narrow(chosen, documents)
//     chosen                      { "pro-koho": ["seniori"], … }; unknown names and values are ignored
//     documents                   of an answer, in its order; null for all innovations
//     → { documents, counts }     what is left, in the same order; counts.get("pro-koho")[place of the
//                                 value] says how many would be left with this value alone in its
//                                 facet and the other facets as they are
//   facets.countOf("stav", "namet", documents)   how many of the documents have the value
//   facets.column("zeme")                    → { values, rows }: for each innovation the places of
//                                 its own values; readColumn reads one of another file
//   facets.valuesOf("naklady", document)   → values of one innovation, for cards and the table
//   facets.isEstimated("naklady", document) → whether the editors estimated it for a small start;
//                                 only naklady, priprava, provoz: otherwise the sources say it
//   facets.sort(documents, "nejnovejsi" | "zacatek" | "dolozeni" | "velikost", population)
//     → a new array; nejnovejsi: as added, zacatek: the latest start first, dolozeni: the best
//     documented first, velikost: the nearest to the population first
//
// Values of one facet are alternatives, facets go together; a value has its narrower ones in it.
// Methods have no facets: they are never in what is left once something is chosen.

const NOTHING = "!";
const FIRST_YEAR = 1900;
const SIZES_IN_A_DOUBLING = 4;
const ESTIMATED = ["naklady", "priprava", "provoz"];

export class Facets {
  #columns = new Map();
  #sets = new Map();
  #numbers = new Map();

  // Takes the files of the facets, in their order.
  constructor(parts) {
    const { documents, years, sizes, estimated } = parts[0];
    this.documents = documents;
    this.#years = years;
    this.#sizes = sizes;
    this.#estimated = estimated;
    const written = parts.flatMap(({ facets }) => facets);
    this.list = written.map(({ name, label, values, many, column }) => {
      const named = values.map(([id, text, broader = -1]) => ({ id, label: text, broader }));
      const rows = readColumn(column, many, this.documents);
      this.#columns.set(name, rows);
      this.#sets.set(name, valueSets(rows, named, this.documents));
      this.#numbers.set(name, new Map(named.map(({ id }, place) => [id, place])));
      return { name, label, values: named };
    });
  }

  #years;
  #sizes;
  #estimated;

  narrow(chosen, documents = null) {
    const size = wordsFor(this.documents);
    const own = documents?.filter((one) => one < this.documents);
    const hits = own ? setOf(own, size) : fullSet(this.documents);
    const unions = new Map();
    for (const { name } of this.list) {
      const places = this.#places(name, chosen);
      if (places.length) unions.set(name, union(this.#sets.get(name), places, size));
    }
    const counts = new Map(
      this.list.map(({ name }) => {
        const others = [...unions].filter(([other]) => other !== name).map(([, set]) => set);
        const base = intersection([hits, ...others]);
        return [name, Uint32Array.from(this.#sets.get(name), (set) => countCommon(base, set))];
      }),
    );
    const left = intersection([hits, ...unions.values()]);
    const all = documents ?? Array.from({ length: this.documents }, (_, one) => one);
    const kept = unions.size ? all.filter((one) => one < this.documents && has(left, one)) : all;
    return { documents: Array.from(kept), counts };
  }

  countOf(name, id, documents) {
    const number = this.#numbers.get(name)?.get(id);
    if (number === undefined) return 0;
    const own = documents.filter((one) => one < this.documents);
    return countCommon(setOf(own, wordsFor(this.documents)), this.#sets.get(name)[number]);
  }

  column(name) {
    const { values } = this.list.find((one) => one.name === name);
    return { values, rows: this.#columns.get(name) };
  }

  valuesOf(name, document) {
    const facet = this.list.find((one) => one.name === name);
    return (this.#columns.get(name)?.[document] ?? []).map((place) => facet.values[place]);
  }

  isEstimated(name, document) {
    const bit = ESTIMATED.indexOf(name);
    return bit >= 0 && ((signNumber(this.#estimated[document]) >> bit) & 1) === 1;
  }

  // Returns the year that the innovation began in, null where nobody says.
  year(document) {
    const sign = this.#years[document] ?? NOTHING;
    return sign === NOTHING ? null : FIRST_YEAR + signNumber(sign);
  }

  sort(documents, order, population = 0) {
    const key = this.#sortKey(order, population);
    const keys = new Map(Array.from(documents, (one) => [one, key(one)]));
    return Array.from(documents).sort(
      (one, other) => keys.get(one) - keys.get(other) || one - other,
    );
  }

  #sortKey(order, population) {
    if (order === "zacatek") return (one) => -(this.year(one) ?? 0);
    if (order === "dolozeni") {
      return (one) => -(Number.parseInt(this.valuesOf("dolozeni", one)[0]?.id, 10) || 0);
    }
    if (order === "velikost") {
      const wanted = SIZES_IN_A_DOUBLING * Math.log2(Math.max(1, population));
      return (one) => {
        const sign = this.#sizes[one] ?? NOTHING;
        return sign === NOTHING ? 1_000 : Math.abs(signNumber(sign) - wanted);
      };
    }
    return (one) => one;
  }

  #places(name, chosen) {
    if (!Object.hasOwn(chosen, name)) return [];
    const numbers = this.#numbers.get(name);
    return chosen[name].filter((id) => numbers.has(id)).map((id) => numbers.get(id));
  }
}

export function readColumn(column, hasMany, documents) {
  const texts = hasMany ? column.split(" ") : Array.from(column);
  return Array.from({ length: documents }, (_, one) =>
    Array.from(texts[one] ?? "")
      .filter((sign) => sign !== NOTHING)
      .map(signNumber),
  );
}

function signNumber(sign) {
  const code = sign.charCodeAt(0);
  if (code < 0x5c) return code - 0x23;
  return code < 0x100 ? code - 0x24 : code - 0x100;
}

function valueSets(rows, values, documents) {
  const size = wordsFor(documents);
  const sets = values.map(() => new Uint32Array(size));
  rows.forEach((places, document) => {
    for (const place of places) {
      const seen = new Set();
      for (let wider = place; wider >= 0 && !seen.has(wider); wider = values[wider].broader) {
        seen.add(wider);
        sets[wider][document >> 5] |= 1 << (document & 31);
      }
    }
  });
  return sets;
}

const wordsFor = (documents) => (documents + 31) >> 5;
const has = (set, one) => (set[one >> 5] >>> (one & 31)) & 1;

function setOf(documents, size) {
  const set = new Uint32Array(size);
  for (const one of documents) set[one >> 5] |= 1 << (one & 31);
  return set;
}

function fullSet(documents) {
  const set = new Uint32Array(wordsFor(documents)).fill(0xffffffff);
  if (documents & 31) set[set.length - 1] = (1 << (documents & 31)) - 1;
  return set;
}

function union(sets, places, size) {
  const all = new Uint32Array(size);
  for (const place of places) {
    for (let word = 0; word < size; word += 1) all[word] |= sets[place][word];
  }
  return all;
}

function intersection([first, ...others]) {
  const common = first.slice();
  for (const set of others) {
    for (let word = 0; word < common.length; word += 1) common[word] &= set[word];
  }
  return common;
}

function countCommon(one, other) {
  let count = 0;
  for (let word = 0; word < one.length; word += 1) count += countBits(one[word] & other[word]);
  return count;
}

function countBits(word) {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
