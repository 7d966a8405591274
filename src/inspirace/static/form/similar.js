// Similar: cases that are in the catalogue already, looked for while somebody writes a title.
// The site's own search is fetched when there is something to ask it, and not before.
//
// watchTitle(input, address)    address of the search's module

import { element } from "./nodes.js";

const PAUSE = 500;
const MOST = 3;
const SHORTEST = 8; // characters: a word or two
// A title that shares less with the best of them only has a common word.
const LEAST_SHARE = 0.6;

export function watchTitle(input, address) {
  const holder = element("div", "form__similar", "", { role: "status" });
  input.closest(".question").append(holder);
  let pause = 0;
  let newest = 0;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => ask(++newest), PAUSE);
  });

  async function ask(own) {
    const title = input.value.trim();
    try {
      const found = title.length < SHORTEST ? [] : await find(title, address);
      if (own === newest) show(holder, found);
    } catch {
      show(holder, []); // nothing is lost without the warning
    }
  }
}

async function find(title, address) {
  const { openSearch } = await import(new URL(address, document.baseURI));
  const search = await openSearch();
  const answer = await search.ask(title);
  const words = new Set(search.analyser.analyse(title).map(({ term }) => term));
  const records = await search.records(answer.documents.slice(0, MOST));
  const isNear = ({ title: other }) => {
    const own = search.analyser.analyse(other).map(({ term }) => term);
    return own.filter((term) => words.has(term)).length / Math.min(own.length, words.size) >= LEAST_SHARE;
  };
  return records.filter(isNear).map((one) => ({ ...one, address: new URL(one.address, search.root) }));
}

function show(holder, found) {
  if (!found.length) {
    holder.replaceChildren();
    return;
  }
  const items = found.map((one) =>
    element("li", "", [element("a", "", one.title, { href: one.address, target: "_blank" }), ` ${one.line ?? ""}`]),
  );
  holder.replaceChildren(
    element("p", "", "Nemáme už v katalogu právě tohle? Podívejte se, než budete psát dál (otevře se nové okno):"),
    element("ul", "", items),
  );
}
