// The panel of facets: every value a check box with the count that a click would give, narrower
// values below the wider ones; values that would leave nothing are shown on demand. Drawn once, then
// only its counts and checks change.

import { element, shownNumber } from "./dom.js";

const OPEN_AT_FIRST = 2;

export class FacetPanel {
  #rows = new Map();
  #boxes = new Map();

  // `choose` is called with a facet and the identifier of the value that was clicked.
  constructor(place, facets, choose) {
    facets.list
      .filter(({ values }) => values.length > 1)
      .forEach((facet, number) => place.append(this.#facet(facet, number < OPEN_AT_FIRST, choose)));
  }

  update(chosen, counts) {
    for (const [name, { box, note }] of this.#boxes) {
      const text = chosen[name] ? `vybráno ${chosen[name].length}` : "";
      if (text && !note.textContent) box.open = true;
      note.textContent = text;
    }
    for (const [{ name, values }, rows] of this.#rows) {
      let empty = 0;
      rows.forEach(({ item, input, number }, place) => {
        const count = counts.get(name)[place];
        input.checked = chosen[name]?.includes(values[place].id) ?? false;
        input.disabled = !count && !input.checked;
        number.textContent = shownNumber(count);
        item.classList.toggle("facet__empty", input.disabled);
        empty += input.disabled;
      });
      const { others } = this.#boxes.get(name);
      others.hidden = !empty;
      others.textContent = `Další hodnoty, zatím bez výsledku (${empty})`;
    }
  }

  #facet(facet, isOpen, choose) {
    const rows = facet.values.map((value) => row(facet, value, choose));
    this.#rows.set(facet, rows);
    facet.values.forEach(({ broader }, place) => {
      if (broader < 0) return;
      rows[broader].narrower ??= rows[broader].item.appendChild(element("ul"));
      rows[broader].narrower.append(rows[place].item);
    });
    const top = rows.filter((_, place) => facet.values[place].broader < 0).map(({ item }) => item);
    const note = element("span", { class: "facet__note" });
    const list = element("ul", { class: "facet__values" }, top);
    const others = othersButton(list);
    const box = element(
      "details",
      { class: "facet", "data-facet": facet.name, open: isOpen },
      element("summary", {}, element("span", {}, facet.label), note),
      element(
        "fieldset",
        {},
        element("legend", { class: "hidden" }, facet.label),
        list,
        others,
      ),
    );
    this.#boxes.set(facet.name, { box, note, others });
    return box;
  }
}

function othersButton(list) {
  const attributes = { type: "button", class: "facet__others", "aria-expanded": "false" };
  const button = element("button", attributes);
  button.addEventListener("click", () => {
    const isWhole = list.classList.toggle("facet__values--whole");
    button.setAttribute("aria-expanded", String(isWhole));
  });
  return button;
}

function row(facet, { id, label }, choose) {
  const input = element("input", { type: "checkbox", name: facet.name, value: id });
  const number = element("span", { class: "facet__count" });
  input.addEventListener("change", () => choose(facet, id));
  const named = element("span", {}, label);
  const hidden = element("span", { class: "hidden" }, ", výsledků: ");
  return { item: element("li", {}, element("label", {}, input, named, hidden, number)), input, number };
}
