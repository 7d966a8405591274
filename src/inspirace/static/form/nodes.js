// Nodes: elements made without a string of HTML.

/** Return a new element; children are a text, or nodes and texts of which the empty are left out. */
export function element(name, className, children = "", attributes = {}) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...[children].flat().filter(Boolean));
  return made;
}
