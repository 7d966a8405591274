// Findings: what is not right yet, said at the question and in a summary that leads there.
//
// showFindings(form, summary, found, reveal)   found: [{ path, message, advice }] of errors
// clearFinding(question)                        while its answer is being changed

import { controlOf, findQuestion } from "./controls.js";
import { element } from "./nodes.js";

export function showFindings(form, summary, found, reveal) {
  for (const one of form.querySelectorAll(".question.is-wrong")) clearFinding(one);
  const items = found.map(({ path, message, advice }) => {
    const question = findQuestion(form, path);
    if (!question) return element("li", "", message);
    mark(question, `${message} ${advice}`.trim());
    const link = element("a", "", message, { href: `#${controlOf(question).id}` });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      reveal(question);
    });
    return element("li", "", [link]);
  });
  summary.hidden = !found.length;
  summary.replaceChildren(
    element("h2", "", title(found.length), { id: "nalezy" }),
    element("p", "", "Klepnutím se dostanete k otázce. Rozepsaný text zůstává uložený."),
    element("ul", "", items),
  );
}

function title(number) {
  if (number === 1) return "Ještě jedna věc";
  return number < 5 ? `Ještě ${number} věci` : `Ještě ${number} věcí`;
}

function mark(question, text) {
  const problem = problemOf(question);
  question.classList.add("is-wrong");
  problem.hidden = false;
  problem.append(element("span", "", text));
  const control = controlOf(question);
  const isBox = control !== question;
  if (isBox) control.setAttribute("aria-invalid", "true");
  describe(control, problem.id, true);
}

export function clearFinding(question) {
  if (!question?.classList.contains("is-wrong")) return;
  const problem = problemOf(question);
  question.classList.remove("is-wrong");
  problem.hidden = true;
  problem.replaceChildren();
  const control = controlOf(question);
  control.removeAttribute("aria-invalid");
  describe(control, problem.id, false);
}

const problemOf = (question) => question.querySelector(":scope > .form__problem");

function describe(control, id, isThere) {
  const ids = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  if (isThere) ids.push(id);
  control.setAttribute("aria-describedby", ids.join(" "));
}
