// Suggestions below a search box: a combobox with a listbox after the ARIA pattern. The form
// around it stays what it is: Enter with nothing chosen sends it.
//
//   suggest(input)     once for each box; it may have been written into already

import { countedCases, element, insteadText } from "./dom.js";
import { openSearch } from "./engine.js";

const PAUSE = 120;
const MOST = { cases: 5, methods: 2, terms: 4 };
const RESULTS = "inovace/";
const REGISTER = "rejstrik/";

const boxes = new WeakMap();

export function suggest(input) {
  if (!boxes.has(input)) boxes.set(input, new Suggestions(input));
}

class Suggestions {
  #input;
  #list;
  #note;
  #popup;
  #status;
  #options = [];
  #active = -1;
  #pause = 0;
  #newest = 0;

  constructor(input) {
    this.#input = input;
    this.#draw(`${input.id}-navrhy`);
    input.addEventListener("input", () => this.#later());
    input.addEventListener("keydown", (event) => this.#press(event));
    input.addEventListener("blur", () => this.#close());
    // a press on a suggestion leaves the cursor in the box, so that the list is there to be clicked
    this.#popup.addEventListener("pointerdown", (event) => event.preventDefault());
    openSearch().catch(() => {});
    if (input.value) this.#later();
  }

  #draw(id) {
    this.#note = element("p", { class: "suggest__note", hidden: true });
    this.#list = element("div", { id, role: "listbox", "aria-label": "Návrhy" });
    this.#popup = element("div", { class: "suggest", hidden: true }, this.#note, this.#list);
    this.#status = element("p", { class: "hidden", role: "status" });
    this.#input.form.append(this.#popup, this.#status);
    const roles = { role: "combobox", "aria-controls": id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(roles)) this.#input.setAttribute(name, value);
    this.#input.setAttribute("aria-expanded", "false");
  }

  #later() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const own = ++this.#newest;
    try {
      const found = await find(this.#input.value.trim());
      if (own !== this.#newest || document.activeElement !== this.#input) return;
      if (found) this.#show(found);
      else this.#close();
    } catch {
      this.#close(); // the form works without suggestions
    }
  }

  #show({ search, answer, records, terms }) {
    const of = (kind) => records.filter((one) => one.kind === kind);
    const record = (one) => recordOption(search, one, answer);
    const groups = [
      ["Případy", of("innovation").map(record)],
      ["Metody", of("method").map(record)],
      ["Pojmy", terms.map((one) => termOption(search, one))],
      ["Hledání", [lastOption(search, answer)]],
    ].filter(([, options]) => options.length);
    this.#options = groups.flatMap(([, options]) => options);
    this.#options.forEach((option, place) => {
      option.id = `${this.#list.id}-${place}`;
    });
    this.#list.replaceChildren(...groups.map(([label, options]) => group(label, options)));
    this.#note.textContent = answer.state === "approximate" ? insteadText(answer) : "";
    this.#note.hidden = answer.state !== "approximate";
    this.#status.textContent = `${this.#note.textContent} ${announcement(answer, this.#options)}`;
    this.#open();
  }

  #open() {
    this.#popup.hidden = false;
    this.#input.setAttribute("aria-expanded", "true");
    this.#activate(-1);
  }

  #close() {
    clearTimeout(this.#pause);
    this.#newest += 1; // what is on its way is not to be drawn any more
    this.#popup.hidden = true;
    this.#status.textContent = "";
    this.#input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  #activate(place) {
    this.#active = place;
    this.#options.forEach((option, number) => {
      option.setAttribute("aria-selected", String(number === place));
    });
    const option = this.#options[place];
    if (!option) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    this.#input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  #press(event) {
    if (event.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.#popup.hidden) this.#ask();
      else this.#step(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Escape" && !this.#popup.hidden) {
      event.preventDefault(); // the second one empties the box
      this.#close();
    } else if (key === "Enter" && this.#active >= 0) {
      event.preventDefault();
      this.#options[this.#active].click();
    }
  }

  // From the last suggestion and from the first the way leads back to the box.
  #step(by) {
    const places = this.#options.length + 1;
    this.#activate(((this.#active + 1 + by + places) % places) - 1);
  }
}

// Returns what there is to suggest; null where the text has no word.
async function find(text) {
  const search = await openSearch();
  const [answer, terms] = await Promise.all([search.ask(text), search.suggestTerms(text, MOST.terms)]);
  if (answer.state === "idle") return null;
  const isCase = (one) => one < search.innovations;
  const shown = [
    ...answer.documents.filter(isCase).slice(0, MOST.cases),
    ...answer.documents.filter((one) => !isCase(one)).slice(0, MOST.methods),
  ];
  return { search, answer, terms, records: await search.records(shown) };
}

function announcement(answer, options) {
  if (answer.state === "empty") return "Nic jsme nenašli.";
  return `Návrhů: ${options.length}. Vybírejte šipkami, potvrďte klávesou Enter.`;
}

function group(label, options) {
  return element(
    "div",
    { role: "group", "aria-label": label },
    element("p", { class: "suggest__label", "aria-hidden": "true" }, label),
    options,
  );
}

function option(address, ...children) {
  const attributes = { role: "option", tabindex: "-1", "aria-selected": "false", href: address };
  return element("a", attributes, ...children);
}

function recordOption(search, record, answer) {
  return option(
    new URL(record.address, search.root),
    element("span", {}, search.highlight(record.title, answer)),
    element("small", {}, record.line),
  );
}

function termOption(search, { term, synonym }) {
  const results = `${RESULTS}?${new URLSearchParams([[term.facet, term.slug]])}`;
  const kind = synonym ? `${term.kind} · hledá se i jako „${synonym}“` : term.kind;
  return option(
    new URL(term.address || results, search.root),
    element("span", {}, term.label),
    element("small", {}, `${kind} · ${countedCases(term.count)}`),
  );
}

function lastOption(search, answer) {
  if (answer.state === "empty") {
    return option(
      new URL(REGISTER, search.root),
      element("span", {}, "Nic jsme nenašli. Podívejte se do rejstříku"),
    );
  }
  const address = new URL(RESULTS, search.root);
  address.search = new URLSearchParams([["q", answer.text]]);
  const count = answer.documents.length;
  return option(address, element("span", {}, `Všechny výsledky (${count})`));
}
