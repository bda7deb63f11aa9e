// What went wrong with a deed done in place is said where the eye is, in the words of the page that says it without
// script (ui/trouble.html has the words for when no answer came at all).
const words = (element) => element?.textContent.trim() ?? "";
const ready = (name) => document.getElementById(`trouble-${name}`).content.cloneNode(true);

export function say(note) {
  const box = document.getElementById("trouble");
  box.querySelector("[role=alert]").replaceChildren(note);
  box.hidden = false;
}

export function silence() {
  document.getElementById("trouble")?.setAttribute("hidden", "");
}

/** Say one of the notes that lie ready in the page: unreached, failed, waiting. */
export const sayReady = (name) => say(ready(name));

/** The words of an answer that is not the part asked for: a refusal, or one of the pages that only say something. */
export function told(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const refused = page.body.querySelector(":scope > .zy-note");
  if (refused) {
    refused.removeAttribute("role"); // the box is the alert
    return say(document.adoptNode(refused));
  }
  const note = ready("failed");
  const [what, , todo] = page.querySelectorAll(".zy-page dd");
  if (what) {
    note.querySelector("b").textContent = words(page.querySelector("h1"));
    note.querySelector("p").textContent = words(what) + words(todo);
  }
  return say(note);
}

/** The same form, come back with what is wrong in it; there may be two with one address. */
function comeBack(html, form) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const sent = form?.getAttribute("action");
  return [...page.querySelectorAll("form")].find(
    (found) => found.getAttribute("action") === sent && found.querySelector("[role=alert], .errorlist"),
  );
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { status, responseText } = detail.xhr;
  if (status < 400) return silence();
  const form = detail.requestConfig.elt.closest("form");
  const again = status === 422 && comeBack(responseText, form);
  if (again) {
    Object.assign(detail, {
      target: form,
      serverResponse: again.outerHTML,
      swapOverride: "outerHTML",
      selectOverride: "unset",
      ignoreTitle: true,
      shouldSwap: true,
    });
    return silence();
  }
  detail.shouldSwap = false;
  return told(responseText);
});

const FIELD = "textarea, select, input:not([type=hidden])";
document.addEventListener("htmx:load", ({ detail: { elt } }) => {
  if (elt.tagName !== "FORM") return;
  (elt.querySelector("[aria-invalid=true]") ?? elt.querySelector(FIELD))?.focus();
});

for (const lost of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(lost, () => sayReady("unreached"));
for (const broken of ["htmx:onLoadError", "htmx:swapError", "htmx:targetError"])
  document.addEventListener(broken, () => sayReady("failed"));

document.addEventListener("click", (event) => {
  if (event.target.closest("#trouble [data-close]")) silence();
});
