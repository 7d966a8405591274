// Controls: questions of the form as they stand on the page, read and filled. A question is an
// element with data-name and data-control; one of rows or of a group has questions inside.
//
// readAnswers(form) → { values, sections }     what is answered, texts as they are typed
// fillAnswers(form, { values, sections })      the opposite; what is not in it is emptied
// findQuestion(form, "sources.0.url") → the question, the nearest there is, or null
// controlOf(question) → the element to put the cursor in
// prepare(form, changed)                       rows, choices, counters begin to work

import { cleanLine, cleanSection } from "./cleaning.js";
import { textLength } from "./markdown.js";
import { fold, isNothing } from "./record_file.js";

const ROW_NUMBER = /-0-/;
let lastRow = 0;

function questionsIn(scope) {
  return [...scope.querySelectorAll(".question")].filter(
    (one) => one.parentElement.closest(".question, .form__row, form") === scope,
  );
}

const rowsOf = (question) => [...question.querySelectorAll(":scope > .form__rows > .form__row")];

export function controlOf(question) {
  if (["line", "text", "lines"].includes(question.dataset.control)) return question.querySelector(".form__box");
  return question.querySelector(":scope > select") ?? question;
}

export function readAnswers(form) {
  const values = {};
  const sections = {};
  for (const question of questionsIn(form)) {
    const isSection = "section" in question.dataset;
    (isSection ? sections : values)[question.dataset.name] = read(question);
  }
  return { values: withoutNothing(values), sections: withoutNothing(sections) };
}

function withoutNothing(answers) {
  return Object.fromEntries(Object.entries(answers).filter(([, one]) => !isNothing(one)));
}

const readAll = (scope) =>
  withoutNothing(Object.fromEntries(questionsIn(scope).map((one) => [one.dataset.name, read(one)])));

function read(question) {
  const { control } = question.dataset;
  if (control === "rows") return rowsOf(question).map(readAll).filter((one) => !isNothing(one));
  if (control === "group") return readAll(question);
  if (control === "choices") return chosen(question).map(({ value }) => value);
  if (control === "lines") return controlOf(question).value.split("\n").map(cleanLine).filter(Boolean);
  const box = controlOf(question);
  if (box === question) return question.querySelector("input:checked")?.value ?? "";
  if ("section" in question.dataset) return cleanSection(box.value);
  const text = cleanLine(box.value);
  return "number" in question.dataset && /^[0-9]{1,15}$/.test(text) ? Number(text) : text;
}

export function fillAnswers(form, { values, sections }) {
  for (const question of questionsIn(form)) {
    const source = "section" in question.dataset ? sections : values;
    fill(question, source[question.dataset.name]);
  }
}

function fill(question, value) {
  const { control } = question.dataset;
  if (control === "rows") fillRows(question, Array.isArray(value) && value.length ? value : [{}]);
  else if (control === "group") fillAll(question, value ?? {});
  else if (control === "choices") fillChoices(question, Array.isArray(value) ? value : []);
  else if (control === "lines") controlOf(question).value = [value ?? []].flat().join("\n");
  else if (controlOf(question) === question) fillChoice(question, value ?? "");
  else controlOf(question).value = value ?? "";
  count(question);
}

function fillAll(scope, values) {
  for (const one of questionsIn(scope)) fill(one, values[one.dataset.name]);
}

function fillRows(question, values) {
  while (rowsOf(question).length > values.length) rowsOf(question).at(-1).remove();
  while (rowsOf(question).length < values.length) addRow(question);
  rowsOf(question).forEach((row, place) => fillAll(row, values[place] ?? {}));
  renumber(question);
}

function fillChoice(question, value) {
  for (const one of question.querySelectorAll(".option input")) one.checked = one.value === value;
}

function fillChoices(question, values) {
  for (const one of question.querySelectorAll(".option input")) {
    one.checked = values.includes(one.value);
    one.dataset.turn = one.checked ? values.indexOf(one.value) : "";
  }
  showChosen(question);
}

// Returns the chosen inputs in the order in which they were chosen.
function chosen(question) {
  const inputs = [...question.querySelectorAll(".option input:checked")];
  return inputs.sort((one, other) => one.dataset.turn - other.dataset.turn);
}

export function findQuestion(form, path) {
  let scope = form;
  let found = null;
  for (const step of path.split(".").filter(Boolean)) {
    if (/^[0-9]+$/.test(step)) {
      // rows without an answer are not in the record
      if (found?.dataset.control === "rows") {
        scope = rowsOf(found).filter((row) => !isNothing(readAll(row)))[step] ?? rowsOf(found)[0] ?? scope;
      }
      continue;
    }
    const next = questionsIn(scope).find((one) => one.dataset.name === step);
    if (!next) break;
    found = next;
    scope = next.dataset.control === "rows" ? (rowsOf(next)[0] ?? next) : next;
  }
  return found;
}

export function prepare(form, changed) {
  for (const question of form.querySelectorAll(".question--rows")) keepPattern(question);
  for (const question of form.querySelectorAll(".question")) count(question);
  form.addEventListener("input", ({ target }) => {
    const question = target.closest(".question");
    if (!question) return;
    if (target.type === "search") narrow(question, target.value);
    else count(question);
  });
  form.addEventListener("change", ({ target }) => {
    const question = target.closest(".question");
    if (question?.dataset.control === "choices" && target.type === "checkbox") choose(question, target);
  });
  form.addEventListener("keydown", (event) => {
    // Enter in a line is no wish to send the form
    if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
  });
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    const action = { add: addAndEnter, remove, drop }[button?.dataset.do];
    if (!action) return;
    action(button);
    changed();
  });
  form.addEventListener("paste", clean);
}

// Rows: the first one, empty, is what the others are made after.
const patterns = new Map();

function keepPattern(question) {
  patterns.set(question.dataset.name, rowsOf(question)[0].outerHTML);
  renumber(question);
}

function addRow(question) {
  lastRow += 1;
  const number = `-${lastRow}-`;
  const anchor = question.dataset.anchor;
  const html = patterns.get(question.dataset.name);
  const made = document.createRange().createContextualFragment(
    html.replaceAll(`${anchor}-0-`, (first) => first.replace(ROW_NUMBER, number)),
  ).firstElementChild;
  question.querySelector(".form__rows").append(made);
  for (const one of made.querySelectorAll(".question")) count(one);
  return made;
}

function renumber(question) {
  const rows = rowsOf(question);
  rows.forEach((row, place) => {
    for (const one of row.querySelectorAll("[data-place]")) one.textContent = String(place + 1);
    row.querySelector("[data-do=remove]").hidden = rows.length === 1;
  });
  const most = Number(question.dataset.most);
  question.querySelector("[data-do=add]").disabled = most > 0 && rows.length >= most;
}

function addAndEnter(button) {
  const question = button.closest(".question");
  const row = addRow(question);
  renumber(question);
  row.querySelector(".form__box").focus(); // the legend around it says which row it is
}

function remove(button) {
  const question = button.closest(".question");
  const place = rowsOf(question).indexOf(button.closest(".form__row"));
  rowsOf(question)[place].remove();
  renumber(question);
  const next = rowsOf(question)[Math.max(0, place - 1)];
  next.querySelector("legend").focus();
}

// Choices: the list narrows while somebody types, what is chosen stands above it.
function narrow(question, typed) {
  const words = fold(typed).split(" ").filter(Boolean);
  let shown = 0;
  for (const option of question.querySelectorAll(".option")) {
    const label = option.querySelector(".option__label")?.textContent ?? "";
    const synonyms = (option.dataset.words ?? "").split("|").filter(Boolean);
    const isLabel = fits(label, words);
    const why = isLabel ? "" : synonyms.find((one) => fits(one, words)) ?? "";
    const isShown = !words.length || isLabel || Boolean(why);
    option.hidden = !isShown;
    shown += isShown;
    say(option, words.length ? why : "");
  }
  const found = question.querySelector(".form__found");
  if (!words.length) found.textContent = "";
  else found.textContent = shown ? `Vyhovuje: ${shown}` : "Nic takového v seznamu není. Zkuste jiné slovo.";
}

// A word fits where one begins like it; of long words the end may differ, as in another case.
function fits(text, words) {
  const own = fold(text).split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => {
    const stem = word.length > 6 ? word.slice(0, -2) : word.length > 4 ? word.slice(0, -1) : word;
    return own.some((one) => one.startsWith(stem));
  });
}

function say(option, why) {
  let note = option.querySelector(".option__why");
  if (!note && why) {
    note = document.createElement("small");
    note.className = "option__why";
    option.querySelector(".option__label").after(" ", note);
  }
  if (note) note.textContent = why ? `také „${why}“` : "";
}

function choose(question, input) {
  const turns = chosen(question).map((one) => Number(one.dataset.turn) || 0);
  input.dataset.turn = input.checked ? Math.max(0, ...turns) + 1 : "";
  showChosen(question);
}

function showChosen(question) {
  const list = question.querySelector(".form__chosen");
  const items = chosen(question).map((input) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const label = input.closest(".option").querySelector(".option__label").textContent;
    Object.assign(button, { type: "button", textContent: label });
    button.dataset.do = "drop";
    button.dataset.value = input.value;
    button.setAttribute("aria-label", `Odebrat: ${label}`);
    item.append(button);
    return item;
  });
  list.replaceChildren(...items);
  list.hidden = !items.length;
}

function drop(button) {
  const question = button.closest(".question");
  const input = [...question.querySelectorAll(".option input")].find(({ value }) => value === button.dataset.value);
  input.checked = false;
  choose(question, input);
  (question.querySelector(".form__chosen button") ?? question).focus();
}

// Counters: how much more is needed, how much fits.
function count(question) {
  const counter = question.querySelector(":scope > .form__counter");
  if (!counter) return;
  const box = controlOf(question);
  const length =
    "section" in question.dataset ? textLength(cleanSection(box.value)) : [...cleanLine(box.value)].length;
  const least = Number(question.dataset.least ?? 0);
  const most = Number(question.dataset.most);
  const isWrong = length > most;
  counter.classList.toggle("is-over", isWrong);
  if (isWrong) counter.textContent = `O ${signs(length - most)} víc, než se vejde.`;
  else if (length && length < least) counter.textContent = `Ještě aspoň ${signs(least - length)}.`;
  else if (length) counter.textContent = `${length} z ${most}`;
  else counter.textContent = least > 1 ? `${least} až ${signs(most)}` : `Nejvýš ${signs(most)}`;
}

function signs(number) {
  const form = number === 1 ? "znak" : number < 5 ? "znaky" : "znaků";
  return `${number}\u00a0${form}`;
}

// What is pasted from Word comes without what nobody sees; undo still takes it back.
function clean(event) {
  const box = event.target.closest(".form__box");
  const pasted = event.clipboardData?.getData("text/plain");
  if (!box || !pasted || !["text", "url", "email", "textarea"].includes(box.type)) return;
  const question = box.closest(".question");
  const isWhole = "section" in question.dataset || question.dataset.control === "lines";
  event.preventDefault();
  document.execCommand("insertText", false, isWhole ? cleanSection(pasted) : cleanLine(pasted));
}
