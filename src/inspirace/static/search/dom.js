// Elements and words: everything that search draws is made of nodes, never of strings of HTML.

// Returns a new element. An attribute is left out where its value is null, undefined or false;
// children are nodes or texts, those that are empty are left out.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(attribute, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child || child === 0));
  return made;
}

// Returns „1 případ“, „2 případy“, „5 případů“.
export function counted(number, one, few, many) {
  const form = number === 1 ? one : number >= 2 && number <= 4 ? few : many;
  return `${shownNumber(number)}\u00a0${form}`;
}

export function shownNumber(number) {
  return number.toLocaleString("cs");
}

export const countedCases = (number) => counted(number, "případ", "případy", "případů");
export const countedIdeas = (number) => counted(number, "námět", "náměty", "námětů");
export const countedResults = (number) => counted(number, "výsledek", "výsledky", "výsledků");
export const countedMethods = (number) => counted(number, "metoda", "metody", "metod");

// Returns „Přesně to nemáme. Hledali jsme podobná slova: …“ of an approximate answer.
export function insteadText(answer) {
  const words = new Set(answer.instead.flatMap((one) => one.words.slice(0, 3)));
  const listed = [...words].slice(0, 6).join(", ");
  const missing = answer.missing.map((one) => `„${one}“`).join(", ");
  const sentences = [
    "Přesně to nemáme.",
    listed && `Hledali jsme podobná slova: ${listed}.`,
    missing && `Nikde tu není: ${missing}.`,
  ];
  return sentences.filter(Boolean).join(" ");
}
