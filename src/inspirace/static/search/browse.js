// The page of results: reads its address, asks the search, draws the results and the facets, and
// writes every choice into the address. What the page says without it stays until then.

import { FacetPanel } from "./browse-facets.js";
import { notices } from "./browse-notices.js";
import { resultFrame, resultItem } from "./browse-results.js";
import { Sheet } from "./browse-sheet.js";
import * as states from "./browse-state.js";
import { countedCases, countedIdeas, countedMethods, element } from "./dom.js";
import { latest, openSearch } from "./engine.js";

const PAUSE = 120;
const FIRST = 12; // as few files as two rows and three columns need: a click is answered at once
const PORTION = 20;
const IDEA = "namet";
const page = document.querySelector("[data-browse]");
const part = (name) => page.querySelector(`[data-part="${name}"]`);
const results = page.querySelector("[data-results]");
const box = document.querySelector(".site-search__input[data-live]");

class Browse {
  #state = states.readState(location.search);
  #plain = [...results.childNodes];
  #plainCount = results.querySelectorAll("[data-slug]").length;
  #pager = page.querySelector(".pager");
  #panel = null;
  #sheet = new Sheet(page);
  #found = null;
  #body = results;
  #shown = 0;
  #pause = 0;
  #find = latest(find);

  start() {
    this.#write();
    if (states.isAsking(this.#state)) this.#wait();
    this.#listenToControls();
    this.#listenToPage();
    return this.#update(history.state?.shown);
  }

  #listenToControls() {
    box.addEventListener("input", () => {
      this.#wait();
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#type(), PAUSE);
    });
    part("order").addEventListener("change", ({ target }) => this.#go({ order: target.value }));
    part("population").addEventListener("change", ({ target }) =>
      this.#go({ population: Number(target.value) }),
    );
    part("views").addEventListener("change", ({ target }) => this.#go({ view: target.value }));
    part("more").addEventListener("click", () => this.#showMore());
  }

  #listenToPage() {
    addEventListener("popstate", () => this.#restore());
    document.addEventListener("submit", (event) => {
      if (!event.target.matches(".site-search")) return;
      event.preventDefault();
      const asked = event.target.querySelector("input");
      if (asked === box) this.#type();
      else this.#go({ ...states.NOTHING, question: asked.value, view: this.#state.view });
    });
    document.addEventListener("click", (event) => {
      if (event.target.closest("[data-cancel]")) {
        this.#choose({});
        part("count").focus();
      }
      const link = event.target.closest("a");
      const address = link && ownAddress(link);
      if (!address || event.defaultPrevented) return;
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.#go(states.readState(address.search));
      part("count").focus();
    });
  }

  #type() {
    clearTimeout(this.#pause);
    this.#state = { ...this.#state, question: box.value };
    history.replaceState(null, "", address(this.#state));
    this.#update();
  }

  // Goes on to another state; the way back is the browser's button.
  #go(changed) {
    clearTimeout(this.#pause);
    const before = address(this.#state);
    this.#state = { ...this.#state, question: box.value, ...changed };
    const after = address(this.#state);
    if (after !== before) history.pushState(null, "", after);
    this.#write();
    this.#update();
  }

  #choose(chosen) {
    const known = this.#found ? states.knownChoice(chosen, this.#found.facets) : chosen;
    this.#go({ chosen: known });
  }

  #restore() {
    clearTimeout(this.#pause);
    const before = states.writeState(this.#state);
    this.#state = states.readState(location.search);
    // a way within the page, such as from the map to its list, changes nothing of what is shown
    if (this.#found && location.hash && states.writeState(this.#state) === before) return;
    this.#write();
    this.#update(history.state?.shown);
  }

  #write() {
    if (box.value.trim() !== this.#state.question.trim()) box.value = this.#state.question;
    this.#writeControls();
  }

  #writeControls() {
    const { question, population, view } = this.#state;
    const order = part("order");
    const best = order.querySelector("[value=shoda]");
    best.hidden = best.disabled = !question.trim();
    order.value = states.orderOf(this.#state);
    part("population").value = population;
    part("population").closest("label").hidden = order.value !== "velikost";
    part("views").querySelector(`[value=${view}]`).checked = true;
  }

  #wait() {
    results.dataset.state = "loading";
    // the list that the page came with answers nobody's question wrongly
    const isOld = this.#found || states.isAsking(this.#state);
    if (isOld) results.setAttribute("aria-busy", "true");
  }

  async #update(least = 0) {
    this.#wait();
    try {
      const found = await this.#find(this.#state);
      if (!found) return;
      this.#found = found;
      this.#writeControls();
      this.#drawFacets();
      await this.#drawResults(Math.max(least, FIRST));
      if (this.#found === found) this.#finish();
    } catch (error) {
      console.error(error);
      this.#fail();
    }
  }

  #finish() {
    const { answer, documents } = this.#found;
    const approximate = answer?.state === "approximate" ? "approximate" : "ready";
    results.dataset.state = documents.length ? approximate : "empty";
    results.removeAttribute("aria-busy");
    if (this.#pager) this.#pager.hidden = true;
    part("count").textContent = countText(this.#found);
    this.#sheet.count(documents.length);
  }

  #fail() {
    results.replaceChildren(...this.#plain);
    if (this.#pager) this.#pager.hidden = false;
    results.dataset.state = "ready";
    results.removeAttribute("aria-busy");
    const text = "Hledání se nepodařilo načíst. Zkuste to znovu, nebo vybírejte ze seznamu.";
    part("notice").replaceChildren(element("p", {}, text));
  }

  #drawFacets() {
    const { facets, counts, state } = this.#found;
    this.#panel ??= new FacetPanel(part("facets"), facets, (facet, id) =>
      this.#choose(states.toggled(this.#found.state.chosen, facet, id)),
    );
    this.#panel.update(state.chosen, counts);
    this.#sheet.chosen(states.countChosen(state));
    const chips = facets.list.flatMap((facet) =>
      (state.chosen[facet.name] ?? []).map((id) => this.#chosenChip(facet, id)),
    );
    if (chips.length) chips.push(cancelButton());
    part("chosen").replaceChildren(...chips.map((chip) => element("li", {}, chip)));
    part("chosen").hidden = !chips.length;
  }

  #chosenChip(facet, id) {
    const { label } = facet.values.find((one) => one.id === id);
    const button = element(
      "button",
      { type: "button", class: "chosen__value", "aria-label": `Zrušit: ${facet.label}: ${label}` },
      label,
    );
    button.addEventListener("click", () => {
      this.#choose(states.toggled(this.#found.state.chosen, facet, id));
      part("count").focus();
    });
    return button;
  }

  async #drawResults(count) {
    const found = this.#found;
    const nodes = await notices(found);
    const drawn = await this.#drawn(found, count);
    if (found !== this.#found) return;
    part("notice").replaceChildren(...nodes);
    results.replaceChildren(...drawn.nodes);
    this.#body = drawn.body;
    this.#count(drawn.shown);
  }

  // Returns the nodes of the results, the element that more are put into, how many there are.
  async #drawn(found, count) {
    const { documents, state } = found;
    if (!documents.length) return { nodes: [], body: results, shown: 0 };
    if (state.view === "mapa") {
      const { drawMap } = await import("./browse-map.js");
      return { nodes: await drawMap(found), body: results, shown: documents.length };
    }
    if (!states.writeState(state)) return this.#drawnPlain(found, count);
    const { frame, body } = resultFrame(state.view, found);
    const items = await itemsOf(found, 0, count);
    body.append(...items);
    return { nodes: [frame], body, shown: items.length };
  }

  // Returns the list as the page brought it, with what was added to it.
  async #drawnPlain(found, count) {
    const more = await itemsOf(found, this.#plainCount, Math.max(0, count - this.#plainCount));
    const body = this.#plain.find((node) => node.matches?.(".cards"));
    for (const added of [...body.children].slice(this.#plainCount)) added.remove();
    body.append(...more);
    return { nodes: this.#plain, body, shown: this.#plainCount + more.length };
  }

  async #append(count) {
    const found = this.#found;
    const items = await itemsOf(found, this.#shown, count);
    if (found !== this.#found) return;
    this.#body.append(...items);
    this.#count(this.#shown + items.length);
  }

  #count(shown) {
    this.#shown = shown;
    const left = this.#found.documents.length - this.#shown;
    part("more").hidden = left <= 0;
    part("more").textContent = `Zobrazit další (zbývá ${left})`;
  }

  async #showMore() {
    const first = this.#shown;
    await this.#append(PORTION);
    history.replaceState({ shown: this.#shown }, "");
    results.querySelectorAll("[data-slug] a")[first]?.focus();
  }
}

async function find(state) {
  const search = await openSearch();
  const [facets, asked] = await Promise.all([search.facets(), search.ask(state.question)]);
  const answer = asked.state === "idle" ? null : asked;
  const chosen = states.knownChoice(state.chosen, facets);
  const { documents, counts } = facets.narrow(chosen, answer?.documents ?? null);
  const order = states.orderOf(state);
  const isSorted = order !== "shoda" && !(order === "nejnovejsi" && !answer);
  const sorted = isSorted ? facets.sort(documents, order, state.population) : documents;
  const unfiltered = answer?.documents.length ?? facets.documents;
  const shown = { ...state, chosen };
  return { search, facets, answer, chosen, counts, documents: sorted, unfiltered, state: shown };
}

async function itemsOf(found, from, count) {
  const records = await found.search.records(found.documents.slice(from, from + count));
  return records.map((record) => resultItem(found.state.view, record, found));
}

// Returns „57 případů, 3 náměty a 2 metody“: an idea is nothing that anybody has done yet.
function countText({ search, facets, answer, documents }) {
  const methods = documents.filter((one) => one >= search.innovations).length;
  const ideas = facets.countOf("stav", IDEA, documents);
  const cases = documents.length - methods - ideas;
  const parts = [
    cases || !documents.length ? countedCases(cases) : "",
    ideas ? countedIdeas(ideas) : "",
    methods ? countedMethods(methods) : "",
  ].filter(Boolean);
  const last = parts.pop();
  const text = parts.length ? `${parts.join(", ")} a ${last}` : last;
  // of a word that is everywhere, only the cases that it means most in are looked at
  return answer?.isCut ? `${text}, kterých se dotaz týká nejvíc` : text;
}

function cancelButton() {
  return element("button", { type: "button", class: "chosen__all", "data-cancel": true }, "Zrušit vše");
}

const address = (state) => location.pathname + states.writeState(state);

// Returns the address that a link, of the page or of a drawing, leads to if it is a state of this page.
function ownAddress(link) {
  const address = new URL(link.getAttribute("href") ?? "", location.href);
  const isHere = address.origin === location.origin && address.pathname === location.pathname;
  return link.hasAttribute("href") && isHere && !address.hash && address.search ? address : null;
}

if (page && box) new Browse().start();
