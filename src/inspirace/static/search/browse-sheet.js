// On a phone the facets are in a sheet: a dialog that the browser itself keeps the focus in, and
// that Escape closes. On a wide screen the same panel stands beside the results.

import { countedResults, element } from "./dom.js";

const WIDE = matchMedia("(min-width: 60em)");

export class Sheet {
  #panel;
  #aside;
  #sheet;
  #opener;
  #done;

  constructor(page) {
    const part = (name) => page.querySelector(`[data-part="${name}"]`);
    this.#panel = part("facets");
    this.#aside = part("aside");
    this.#sheet = part("sheet");
    this.#opener = part("open");
    this.#done = part("done");
    this.#opener.addEventListener("click", () => this.#open());
    this.#sheet.addEventListener("close", () => this.#aside.append(this.#panel));
    this.#sheet.addEventListener("click", ({ target }) => {
      // a click on what is around the sheet is one on the dialog itself
      if (target === this.#sheet || target.closest("[data-close]")) this.#sheet.close();
    });
    WIDE.addEventListener("change", () => this.#sheet.close());
  }

  count(number) {
    this.#done.textContent = `Zobrazit ${countedResults(number)}`;
  }

  chosen(number) {
    const note = element("span", { class: "chip__count" }, `(${number})`);
    this.#opener.replaceChildren("Vybrat podle…", ...(number ? [" ", note] : []));
  }

  #open() {
    this.#sheet.querySelector("[data-part=sheet-body]").append(this.#panel);
    this.#sheet.showModal();
  }
}
