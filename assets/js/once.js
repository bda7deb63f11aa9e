// A form sent twice by an impatient second click would enter a fact twice, with htmx as without.
const SAME_CLICK = 2000; // milliseconds
const JUST_CHANGED = 400;
const lastSent = new WeakMap();
let changedAt = -Infinity;

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.getAttribute("method") !== "post") return;
    const now = Date.now();
    const again = now - (lastSent.get(form) ?? -Infinity) < SAME_CLICK;
    // After a change in place another button may stand where the second half of a double click lands.
    if (again || form.classList.contains("htmx-request") || now - changedAt < JUST_CHANGED) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    lastSent.set(form, now);
  },
  true,
);

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.target === document.body || detail.target?.id === "main") changedAt = Date.now();
});

// What was not kept may be sent again at once.
document.addEventListener("htmx:afterRequest", ({ detail: { xhr, elt } }) => {
  if (!(xhr.status >= 200 && xhr.status < 400)) lastSent.delete(elt.closest("form"));
});
