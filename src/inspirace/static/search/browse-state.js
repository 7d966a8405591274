// What the page of results shows, as a value: the question, the chosen values of facets, the order,
// the view. All of it is in the address: `?q=` and one parameter for each facet.

const ORDERS = ["shoda", "nejnovejsi", "zacatek", "dolozeni", "velikost"];
const VIEWS = ["karty", "seznam", "tabulka", "mapa"];
const SIZES = [300, 1_000, 3_000, 10_000, 30_000, 100_000, 500_000];
const OWN = { question: "q", order: "razeni", population: "obyvatel", view: "zobrazeni" };
const LONGEST_QUESTION = 300;

export const NOTHING = { question: "", chosen: {}, order: "", population: 3_000, view: "karty" };

// Returns the state that an address asks for; what it does not know stays as usual.
export function readState(query) {
  const parameters = new URLSearchParams(query);
  const own = Object.values(OWN);
  const chosen = {};
  for (const name of new Set(parameters.keys())) {
    if (!own.includes(name) && /^[a-z-]+$/.test(name)) {
      chosen[name] = [...new Set(parameters.getAll(name))];
    }
  }
  const known = (name, values, usual) => {
    const found = parameters.get(OWN[name]);
    return values.find((one) => String(one) === found) ?? usual;
  };
  return {
    question: (parameters.get(OWN.question) ?? "").slice(0, LONGEST_QUESTION),
    chosen,
    order: known("order", ORDERS, NOTHING.order),
    population: known("population", SIZES, NOTHING.population),
    view: known("view", VIEWS, NOTHING.view),
  };
}

// Returns the address of a state, from the question mark on; the same state has one address.
export function writeState(state) {
  const parameters = new URLSearchParams();
  const question = state.question.trim().slice(0, LONGEST_QUESTION);
  if (question) parameters.append(OWN.question, question);
  for (const [name, values] of Object.entries(state.chosen)) {
    for (const value of values) parameters.append(name, value);
  }
  const order = orderOf(state);
  if (order !== usualOrder(state)) parameters.append(OWN.order, order);
  if (order === "velikost") parameters.append(OWN.population, state.population);
  if (state.view !== NOTHING.view) parameters.append(OWN.view, state.view);
  const written = parameters.toString();
  return written ? `?${written}` : "";
}

// Returns the order that holds: without a question nothing can be more or less to the point.
export function orderOf(state) {
  const { order } = state;
  return !order || (order === "shoda" && !state.question.trim()) ? usualOrder(state) : order;
}

function usualOrder({ question }) {
  return question.trim() ? "shoda" : "nejnovejsi";
}

export const isAsking = (state) => Boolean(state.question.trim() || countChosen(state));

export function countChosen({ chosen }) {
  return Object.values(chosen).reduce((count, values) => count + values.length, 0);
}

// Returns what is chosen of what the facets know, in their order.
export function knownChoice(chosen, facets) {
  const known = {};
  for (const { name, values } of facets.list) {
    const wanted = Object.hasOwn(chosen, name) ? chosen[name] : [];
    const found = values.filter(({ id }) => wanted.includes(id)).map(({ id }) => id);
    if (found.length) known[name] = found;
  }
  return known;
}

// Returns the choice with the value added or taken away. A wider value has the narrower ones in it:
// whoever chooses one of them does not want the other.
export function toggled(chosen, { name, values }, id) {
  const own = Object.hasOwn(chosen, name) ? chosen[name] : [];
  if (own.includes(id)) return { ...chosen, [name]: own.filter((one) => one !== id) };
  const isAbove = (wider, narrower) => widerIds(values, narrower).includes(wider);
  const kept = own.filter((one) => !isAbove(one, id) && !isAbove(id, one));
  return { ...chosen, [name]: [...kept, id] };
}

// Returns the identifiers of a value's wider ones, its own first.
export function widerIds(values, id) {
  const found = [];
  let one = values.find((value) => value.id === id);
  while (one && !found.includes(one.id)) {
    found.push(one.id);
    one = values[one.broader];
  }
  return found;
}
