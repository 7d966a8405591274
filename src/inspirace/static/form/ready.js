// Ready: the finished file, shown with the ways to send it.
//
// showFile(page, { name, text })     saveFile(), copyFile(page)     of the file shown last
// copyLong(page)                      copies it where no address takes the whole text

import { save } from "./drafts.js";
import { githubWay, mailAddress } from "./sending.js";

let file = null;

export function showFile(page, finished) {
  file = finished;
  page.querySelector(".form__file code").textContent = file.text;
  page.querySelector(".form__file-name").textContent = file.name;
  said(page, "");
  const { newFile, email } = page.dataset;
  if (email) page.querySelector("[data-mail]").href = mailAddress(email, file.name, file.text);
  if (newFile) showGithub(page, githubWay(newFile, file.name, file.text));
  page.querySelector("#hotovo").focus();
}

function showGithub(page, { address, isWhole }) {
  const link = page.querySelector("[data-github]");
  link.href = address;
  link.dataset.copies = isWhole ? "" : "yes";
  page.querySelector("[data-way=github] .form__way-text").textContent = isWhole
    ? "S účtem na GitHubu: otevře se nový soubor s vaším textem, stačí ho potvrdit tlačítky Propose changes a Create pull request."
    : "S účtem na GitHubu: text je na adresu moc dlouhý, a tak se zkopíruje do schránky; do prázdného souboru, který se otevře, ho vložte klávesami Ctrl+V.";
}

export function saveFile() {
  save(file.name, file.text);
}

export function copyLong(page) {
  if (page.querySelector("[data-github]").dataset.copies) copyFile(page);
}

export async function copyFile(page) {
  try {
    await navigator.clipboard.writeText(file.text);
    said(page, "Text souboru je ve schránce.");
  } catch {
    getSelection().selectAllChildren(page.querySelector(".form__file code"));
    said(page, "Prohlížeč kopírovat nedovolil. Text dole je označený: zkopírujte ho klávesami Ctrl+C.");
  }
}

function said(page, text) {
  page.querySelector(".form__said").textContent = text;
}
