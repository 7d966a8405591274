// Drafts: what is written stays in this browser, and may be kept in a file.
//
// recall(kind) → { values, sections } or null      remember(kind, answers) → whether it was kept
// forget(kind)                                      save(name, text): the browser saves a file
// otherWindow(kind, act)                            act when another window has kept something

const key = (kind) => `inspirace.koncept.${kind}`;

export function recall(kind) {
  try {
    const kept = JSON.parse(localStorage.getItem(key(kind)));
    return kept?.values instanceof Object && kept.sections instanceof Object ? kept : null;
  } catch {
    return null;
  }
}

export function remember(kind, answers) {
  try {
    localStorage.setItem(key(kind), JSON.stringify(answers));
    return true;
  } catch {
    return false; // storage may be full or forbidden
  }
}

export function forget(kind) {
  try {
    localStorage.removeItem(key(kind));
  } catch {
    // where nothing may be kept nothing is
  }
}

export function otherWindow(kind, act) {
  addEventListener("storage", (event) => event.key === key(kind) && act());
}

export function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
