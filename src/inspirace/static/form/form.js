// The form: from the questions on the page to a file. Its parts are in the modules around; here is
// what happens when. Nothing leaves the browser: the page only offers ways to send the file.

import { controlOf, fillAnswers, prepare, readAnswers } from "./controls.js";
import { check } from "./checking.js";
import { forget, otherWindow, recall, remember, save } from "./drafts.js";
import { clearFinding, showFindings } from "./findings.js";
import { drawCard, drawPage } from "./preview.js";
import { copyFile, copyLong, saveFile, showFile } from "./ready.js";
import { cleanValues, freeSlug, isNothing, readDraft, recordFile, withDefaults } from "./record_file.js";
import { watchTitle } from "./similar.js";

const PAUSE = 400;

const page = document.querySelector(".form-page");
const form = page.querySelector(".form");
const one = (selector) => page.querySelector(selector);
const summary = one(".form__summary");
const steps = [...form.querySelectorAll(".form__step")];
const { kind } = page.dataset;

let schema = null;
let pause = 0;
let isUnsaved = false; // only who wrote something may write over what another window has kept
let current = "";

const emptyAnswers = () => ({ values: defaultChoices(), sections: {} });

function defaultChoices() {
  const chosen = form.querySelectorAll("[data-default]");
  return Object.fromEntries([...chosen].map((input) => [input.closest(".question").dataset.name, input.value]));
}

async function start() {
  const response = await fetch(new URL(page.dataset.schema, document.baseURI), { cache: "no-cache" });
  schema = await response.json();
  for (const hidden of page.querySelectorAll("[data-scripts]")) hidden.hidden = false;
  one("[data-without]").hidden = true;
  one(".form__all").disabled = false;
  prepare(form, changed);
  const kept = recall(kind);
  fillAnswers(form, kept ?? emptyAnswers());
  if (kept) told("Pokračujete v tom, co jste tu napsali posledně.");
  listen();
  go(steps[0].dataset.step, false);
  refresh();
  watchTitle(form.querySelector("[data-name=title] .form__box"), page.dataset.search);
}

function listen() {
  form.addEventListener("input", ({ target }) => {
    if (target.type === "search") return;
    clearFinding(target.closest(".question"));
    changed();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    finish();
  });
  page.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-to], [data-do]");
    if (button?.dataset.to) go(button.dataset.to);
    else actions[button?.dataset.do]?.();
  });
  one(".form__open input").addEventListener("change", open);
  one(".form__page").addEventListener("toggle", drawWholePage);
  one("[data-github]")?.addEventListener("click", () => copyLong(page));
  otherWindow(kind, takeOver);
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
}

const actions = {
  back: () => goBy(-1),
  next: () => goBy(1),
  keep: () => save(`koncept-${fileName()}`, fileText(readAnswers(form))),
  delete: deleteAll,
  download: () => saveFile(),
  copy: () => copyFile(page),
};

// Steps -----------------------------------------------------------------------------------------

function go(step, withFocus = true) {
  current = step;
  for (const section of steps) section.classList.toggle("is-current", section.dataset.step === step);
  for (const button of form.querySelectorAll("[data-to]")) {
    if (button.dataset.to === step) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  }
  const place = steps.findIndex((section) => section.dataset.step === step);
  one("[data-do=back]").hidden = place === 0;
  one("[data-do=next]").hidden = place === steps.length - 1;
  if (!withFocus) return;
  one(".form__steps").scrollIntoView({ block: "nearest" });
  steps[place].querySelector("h2").focus();
}

function goBy(by) {
  const place = steps.findIndex((section) => section.dataset.step === current);
  go(steps[place + by].dataset.step);
}

function reveal(question) {
  go(question.closest(".form__step").dataset.step, false);
  for (let around = question.closest("details"); around; around = around.parentElement.closest("details")) {
    around.open = true;
  }
  controlOf(question).focus();
}

// What is written -------------------------------------------------------------------------------

function changed() {
  clearTimeout(pause);
  pause = setTimeout(refresh, PAUSE);
  isUnsaved = true;
  one(".form__ready").hidden = true; // the file shown would not be what is written
}

function refresh() {
  const answers = readAnswers(form);
  keep();
  drawCard(one(".form__card"), schema, answers, labels);
  drawWholePage();
  showProgress(answers);
  offerSources(answers.values.sources ?? []);
  if (!summary.hidden) showFindings(form, summary, findings(answers), reveal); // what is done goes
}

function keep() {
  if (!isUnsaved) return;
  const answers = readAnswers(form);
  if (isNothing(answers.sections) && isNothing({ ...answers.values, ...untouched(answers.values) })) {
    isUnsaved = false;
    return forget(kind);
  }
  isUnsaved = !remember(kind, answers);
  one(".form__saved").textContent = !isUnsaved
    ? `Uloženo v tomto prohlížeči v ${new Date().toLocaleTimeString("cs", { hour: "numeric", minute: "2-digit" })}.`
    : "Prohlížeč nic ukládat nedovoluje. Než stránku zavřete, stáhněte si koncept.";
}

// The form in another window was written into: two texts of one draft would overwrite each other.
function takeOver() {
  if (isUnsaved) return;
  fillAnswers(form, recall(kind) ?? emptyAnswers());
  one(".form__ready").hidden = true;
  refresh();
  told("Formulář máte otevřený i v jiném okně. Co napíšete v jednom, objeví se v obou.");
}

// What was chosen for everybody is no answer yet.
function untouched(values) {
  const same = Object.entries(defaultChoices()).filter(([name, value]) => values[name] === value);
  return Object.fromEntries(same.map(([name]) => [name, ""]));
}

function drawWholePage() {
  if (one(".form__page").open) drawPage(one(".form__page-inner"), schema, readAnswers(form), labels);
}

function labels(name, value) {
  const question = form.querySelector(`.question[data-name="${name}"]`);
  const input = [...(question?.querySelectorAll(".option input") ?? [])].find((each) => each.value === String(value));
  const option = input?.closest(".option");
  return {
    label: option?.querySelector(".option__label").textContent ?? String(value),
    pattern: option?.dataset.pattern ?? "",
  };
}

// A number names one of the sources: its address need not be copied.
function offerSources(sources) {
  const addresses = sources.map(({ url }) => url).filter(Boolean);
  one("#adresy-zdroju").replaceChildren(...addresses.map((url) => new Option(url, url)));
}

function showProgress({ values, sections }) {
  const needed = [...form.querySelectorAll(".form__step > .question[data-required]")];
  const done = needed.filter(({ dataset }) => !isNothing(("section" in dataset ? sections : values)[dataset.name]));
  const bar = one(".form__progress progress");
  bar.max = needed.length;
  bar.value = done.length;
  one(".form__progress span").textContent = `Povinné otázky: ${done.length} z ${needed.length}`;
}

// Drafts ----------------------------------------------------------------------------------------

const told = (text) => {
  one(".form__told").textContent = text;
};

function isBegun() {
  return Boolean(recall(kind));
}

async function open({ target }) {
  const [chosen] = target.files;
  target.value = "";
  if (!chosen) return;
  const draft = readDraft(schema, await chosen.text());
  const isAnswered = ({ name, asked }) => asked && !isNothing(draft.values[name]);
  const isRead = schema.fields.some(isAnswered) || !isNothing(draft.sections);
  if (!isRead) return told(draft.remarks.join(" ") || "V souboru nic vyplněného není.");
  const question = "Nahradit rozepsaný text?";
  const warning = "Co máte teď ve formuláři, se ztratí. Můžete si to nejdřív stáhnout jako koncept.";
  if (isBegun() && !(await confirmed(question, warning, "Nahradit"))) return;
  fillAnswers(form, draft);
  changed();
  refresh();
  told(["Koncept je otevřený.", ...notTaken(draft.values), ...draft.remarks].join(" "));
}

// A file may say what the form does not ask: whoever opens it learns what the new one will not have.
function notTaken(values) {
  const isLost = ({ name, asked }) => !asked && !(name in schema.defaults) && !isNothing(values[name]);
  const lost = schema.fields.filter(isLost).map(({ label }) => `„${label}“`);
  return lost.length ? [`Na pole ${lost.join(", ")} se formulář neptá, a tak je do nového souboru nenapíše.`] : [];
}

async function deleteAll() {
  const warning = "Vymaže se všechno, co jste do formuláře napsali. Vrátit to nepůjde.";
  if (!(await confirmed("Smazat všechno?", warning, "Smazat"))) return;
  fillAnswers(form, emptyAnswers());
  forget(kind);
  isUnsaved = false;
  showFindings(form, summary, [], reveal);
  refresh();
  go(steps[0].dataset.step);
  told("Všechno je smazané.");
}

function confirmed(question, text, yes) {
  const dialog = one(".form__dialog");
  dialog.querySelector("h2").textContent = question;
  dialog.querySelector("p").textContent = text;
  dialog.querySelector("[value=yes]").textContent = yes;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

// The file --------------------------------------------------------------------------------------

const whole = (answers) => ({
  values: withDefaults(schema, cleanValues(answers.values), today()),
  sections: answers.sections,
});

function fileText(answers) {
  const { values, sections } = whole(answers);
  return recordFile(schema, values, sections);
}

function fileName() {
  const { values } = readAnswers(form);
  const slug = freeSlug(values.title ?? "", values.municipality, [...schema.reserved, ...schema.known.slugs[kind]]);
  return `${slug || "bez-nazvu"}.md`;
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function findings(answers) {
  return check(schema, whole(answers), schema.known)
    .filter(({ severity }) => severity === "error")
    .map((one) => ({ ...one, path: one.field.replace(/\[([0-9]+)\]/g, ".$1") }));
}

function finish() {
  const answers = readAnswers(form);
  const found = findings(answers);
  showFindings(form, summary, found, reveal);
  one(".form__ready").hidden = found.length > 0;
  if (found.length) {
    summary.scrollIntoView({ block: "nearest" });
    summary.focus();
    return;
  }
  showFile(page, { name: fileName(), text: fileText(answers) });
}

start().catch(() => {
  // the questions and the file to fill in are there without any of this
  one("[data-without]").hidden = false;
});
