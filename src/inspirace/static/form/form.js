// The form: from the questions on the page to a file. Its parts are in the modules around; here is
// what happens when. Nothing leaves the browser: the page only offers ways to send the file.

import { controlOf, fillAnswers, prepare, readAnswers } from "./controls.js";
import { check } from "./checking.js";
import { forget, recall, remember, save } from "./drafts.js";
import { clearFinding, showFindings } from "./findings.js";
import { drawCard, drawPage } from "./preview.js";
import { cleanValues, freeSlug, isNothing, readDraft, recordFile, withDefaults } from "./record_file.js";
import { githubWay, mailAddress } from "./sending.js";
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
let current = "";
let file = null; // { name, text }, once it is right

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
  one("[data-github]")?.addEventListener("click", copyLong);
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
}

const actions = {
  back: () => goBy(-1),
  next: () => goBy(1),
  keep: () => save(`koncept-${fileName()}`, fileText(readAnswers(form))),
  delete: deleteAll,
  download: () => save(file.name, file.text),
  copy,
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
  if (!schema) return;
  const answers = readAnswers(form);
  if (isNothing(answers.sections) && isNothing({ ...answers.values, ...untouched(answers.values) })) return forget(kind);
  const saved = one(".form__saved");
  saved.textContent = remember(kind, answers)
    ? `Uloženo v tomto prohlížeči v ${new Date().toLocaleTimeString("cs", { hour: "numeric", minute: "2-digit" })}.`
    : "Prohlížeč nic ukládat nedovoluje. Než stránku zavřete, stáhněte si koncept.";
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
  const isRead = !isNothing(draft.values) || !isNothing(draft.sections);
  if (!isRead) return told(draft.remarks.join(" ") || "V souboru nic vyplněného není.");
  const question = "Nahradit rozepsaný text?";
  const warning = "Co máte teď ve formuláři, se ztratí. Můžete si to nejdřív stáhnout jako koncept.";
  if (isBegun() && !(await confirmed(question, warning, "Nahradit"))) return;
  fillAnswers(form, draft);
  refresh();
  told(["Koncept je otevřený.", ...draft.remarks].join(" "));
}

async function deleteAll() {
  const warning = "Vymaže se všechno, co jste do formuláře napsali. Vrátit to nepůjde.";
  if (!(await confirmed("Smazat všechno?", warning, "Smazat"))) return;
  fillAnswers(form, emptyAnswers());
  forget(kind);
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
  file = { name: fileName(), text: fileText(answers) };
  showFile();
}

function showFile() {
  one(".form__file code").textContent = file.text;
  one(".form__file-name").textContent = file.name;
  said("");
  const { newFile, email } = page.dataset;
  if (email) one("[data-mail]").href = mailAddress(email, file.name, file.text);
  if (newFile) showGithub(githubWay(newFile, file.name, file.text));
  one("#hotovo").focus();
}

function showGithub({ address, isWhole }) {
  const link = one("[data-github]");
  link.href = address;
  link.dataset.copies = isWhole ? "" : "yes";
  one("[data-way=github] .form__way-text").textContent = isWhole
    ? "S účtem na GitHubu: otevře se nový soubor s vaším textem, stačí ho potvrdit tlačítky Propose changes a Create pull request."
    : "S účtem na GitHubu: text je na adresu moc dlouhý, a tak se zkopíruje do schránky; do prázdného souboru, který se otevře, ho vložte klávesami Ctrl+V.";
}

function copyLong({ currentTarget }) {
  if (currentTarget.dataset.copies) copy();
}

async function copy() {
  try {
    await navigator.clipboard.writeText(file.text);
    said("Text souboru je ve schránce.");
  } catch {
    getSelection().selectAllChildren(one(".form__file code"));
    said("Prohlížeč kopírovat nedovolil. Text dole je označený: zkopírujte ho klávesami Ctrl+C.");
  }
}

const said = (text) => {
  one(".form__said").textContent = text;
};

start().catch(() => {
  // the questions and the file to fill in are there without any of this
  one("[data-without]").hidden = false;
});
