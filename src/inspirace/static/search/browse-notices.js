// What is said above the results where they are not just what was asked for: similar words, words
// without a result, nothing at all – and where to go on from there.

import { chip } from "./browse-results.js";
import { countChosen } from "./browse-state.js";
import { countedResults, element, insteadText } from "./dom.js";

const MOST_TERMS = 8;
const SHORTEST_BEGINNING = 3;

// Returns the nodes of the notice; `found` is { search, facets, answer, state, documents }.
export async function notices(found) {
  const { answer, documents, state } = found;
  if (!documents.length) return nothingFound(found);
  if (!answer && state.question.trim()) {
    return [paragraph("V dotazu není žádné slovo, ukazujeme všechno.")];
  }
  if (answer?.state === "approximate") {
    return [paragraph(insteadText(answer)), ...(await nearest(found)), ...ways(found.search)];
  }
  return [];
}

async function nothingFound(found) {
  const { answer, state, unfiltered } = found;
  const nodes = [element("h3", {}, "Nic jsme nenašli")];
  if (countChosen(state) && unfiltered) {
    const text = answer ? "Dotazu samotnému odpovídá" : "Bez výběru je tu";
    const cancel = element("button", { type: "button", class: "button", "data-cancel": true }, "Zrušit výběr");
    nodes.push(element("p", {}, `${text} ${countedResults(unfiltered)}. `, cancel));
  } else {
    nodes.push(paragraph("Zkuste jiné nebo obecnější slovo. Třeba tohle:"));
  }
  return [...nodes, ...(await nearest(found)), ...ways(found.search)];
}

// Returns chips of the terms that are nearest to the question.
async function nearest({ search, facets, answer }) {
  const terms = answer ? await nearestTerms(search, answer.text) : [];
  const shown = terms.length ? terms : mostUsed(facets);
  const chips = shown.map((one) => {
    const address = one.facet ? resultsOf(search, one) : new URL(one.address, search.root);
    return element("li", {}, chip(one, address));
  });
  return [element("ul", { class: "chips", "aria-label": "Nejbližší pojmy" }, chips)];
}

async function nearestTerms(search, text) {
  const found = new Map();
  for (const word of text.split(/\s+/u)) {
    for (let length = word.length; length >= SHORTEST_BEGINNING; length -= 1) {
      const terms = await search.suggestTerms(word.slice(0, length), MOST_TERMS);
      for (const { term } of terms) found.set(term.number, term);
      if (terms.length) break;
    }
    if (found.size >= MOST_TERMS) break;
  }
  return [...found.values()].slice(0, MOST_TERMS);
}

function mostUsed(facets) {
  const { name: facet, label: kind, values } = facets.list[0];
  const counts = facets.narrow({}).counts.get(facet);
  return values
    .map(({ id: slug, label, broader }, place) => ({ facet, kind, slug, label, broader, count: counts[place] }))
    .filter(({ broader }) => broader < 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_TERMS);
}

function resultsOf(search, { facet, slug }) {
  const address = new URL("inovace/", search.root);
  address.search = new URLSearchParams([[facet, slug]]);
  return address;
}

function ways(search) {
  const link = (address, text) => element("a", { href: new URL(address, search.root) }, text);
  return [
    element(
      "p",
      {},
      "Všechna slova, pod kterými se hledá, jsou v ",
      link("rejstrik/", "rejstříku"),
      ". Chybí vám tu něco? ",
      link("pridat/", "Přidejte případ"),
      ".",
    ),
  ];
}

const paragraph = (text) => element("p", {}, text);
