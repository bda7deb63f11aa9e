// 读稿: a line of the draft and its words in the notice light up together, and a practised hand needs no mouse.
// Without this file every deed is a button and every mark a link; nothing here decides anything by itself.
const OFF = "zy-keys-off";
const SAME_CLICK = 400; // milliseconds in which another button may stand where the first one was
const desk = document.getElementById("desk");
const lines = document.getElementById("lines");
const narrow = window.matchMedia("(max-width: 860px)");
let current = "";
let changedAt = { line: "", at: -Infinity };

const card = (number) => document.getElementById(`line-${number}`);
const marks = (number) => [...document.querySelectorAll(`.zm[data-lines~="${number}"]`)];
const visible = () => [...lines.children].filter((line) => !line.hidden);
const waiting = (line) => line.classList.contains("waiting") && !line.dataset.sent;

function light(number, on) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (!on || !number) number = current;
  for (const part of [card(number), ...marks(number)]) part?.classList.add("lit");
}

/** Brings a mark into sight inside the notice, without moving the page where the notice scrolls by itself. */
function showMark(number) {
  const mark = document.getElementById(`mark-${number}`) ?? marks(number)[0];
  if (mark && !narrow.matches) mark.scrollIntoView({ block: "nearest" });
}

function choose(number, { focus = true } = {}) {
  const line = card(number);
  if (!line) return;
  if (current !== number) card(current)?.removeAttribute("aria-current");
  current = number;
  line.hidden = false;
  line.setAttribute("aria-current", "true");
  light(number, true);
  showMark(number);
  if (!focus) return;
  line.scrollIntoView({ block: "nearest" });
  line.focus({ preventScroll: true });
}

function step(by) {
  const all = visible();
  const at = all.indexOf(card(current));
  const next = at < 0 ? (by > 0 ? all[0] : all[all.length - 1]) : all[at + by];
  if (next) choose(next.dataset.line);
}

/** The next line that waits, below the current one or else from the top; where none waits one stays. */
function nextWaiting() {
  const all = visible();
  const at = all.indexOf(card(current));
  const next = all.slice(at + 1).find(waiting) ?? all.slice(0, Math.max(at, 0)).find(waiting);
  if (next) choose(next.dataset.line);
}

/** Sends a deed by itself, and not by its button: that one may be gone before its turn in the queue comes. */
function send(url, deed) {
  const form = document.getElementById("deeds");
  const values = { ...Object.fromEntries(new FormData(form)), deed };
  window.htmx.ajax("POST", url, { source: desk, swap: "none", values });
}

function press(deed) {
  const line = card(current);
  const button = line?.querySelector(`[data-deed=${deed}]`);
  if (!button || line.dataset.sent) return false;
  if (deed === "edit") {
    button.click();
    return true;
  }
  line.dataset.sent = deed;
  send(button.getAttribute("formaction"), deed);
  return true;
}

function undo() {
  if (lines.querySelector("[data-deed]")) send(document.getElementById("deeds").action, "undo");
}

function shut() {
  const form = card(current)?.querySelector(".zy-here form");
  if (!form) return;
  form.remove();
  choose(current);
}

/** The table of keys floats over the work where a key asks for it, and goes the same way. */
function help() {
  const keys = document.getElementById("keys");
  keys.open = !keys.open;
  keys.classList.toggle("floats", keys.open);
  if (keys.open) keys.querySelector("summary").focus({ preventScroll: true });
  else card(current)?.focus({ preventScroll: true });
}

const KEYS = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  a: () => press("accept") && nextWaiting(),
  d: () => press("drop") && nextWaiting(),
  r: () => press("restore"),
  e: () => press("edit"),
  u: undo,
  "/": () => document.querySelector("#filter select").focus(),
  "?": help,
};

const typing = (element) => element.closest("input, select, textarea, [contenteditable]") !== null;

function switchedOff() {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false; // no storage here: as it stands in the box
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest(".zy-here")) return shut();
  if (event.key === "Escape" && document.getElementById("keys").classList.contains("floats")) return help();
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.getElementById("keys-off").checked) return;
  const deed = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  const scrolls = event.key.startsWith("Arrow") && event.target.closest("#notice");
  if (!deed || scrolls) return;
  event.preventDefault();
  deed();
});

/** Which line an element speaks of: its card, or the innermost of its mark. */
function lineOf(element) {
  const mark = element.closest?.(".zm[data-lines]");
  if (mark) return mark.getAttribute("href").slice("#line-".length);
  return element.closest?.(".zy-item")?.dataset.line ?? "";
}

desk.addEventListener("mouseover", ({ target }) => light(lineOf(target), true));
desk.addEventListener("mouseleave", () => light("", false));
desk.addEventListener("focusin", ({ target }) => {
  const number = lineOf(target);
  if (!number || number === current) return;
  const inNotice = target.matches(".zm");
  choose(number, { focus: false });
  if (inNotice && !narrow.matches) card(number).scrollIntoView({ block: "nearest" });
});

function turn(to) {
  desk.dataset.show = to;
  for (const tab of document.querySelectorAll(".zy-turn a")) {
    if (tab.hash === `#${to}`) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
}

desk.addEventListener("click", (event) => {
  const { target } = event;
  const tab = target.closest(".zy-turn a");
  if (tab) {
    event.preventDefault();
    turn(tab.hash.slice(1));
    return;
  }
  if (target.closest("a[href='#keys']")) {
    event.preventDefault();
    help();
    return;
  }
  const link = target.closest("a[href^='#line-'], a[href^='#mark-']");
  if (link) {
    event.preventDefault();
    const number = link.hash.replace(/^#(line|mark)-/, "");
    const toNotice = link.hash.startsWith("#mark-");
    if (narrow.matches) turn(toNotice ? "notice" : "draft");
    choose(number, { focus: !toNotice });
    if (toNotice) (document.getElementById(`mark-${number}`) ?? marks(number)[0])?.scrollIntoView({ block: "center" });
    return;
  }
  if (target.closest("[data-shut]")) {
    event.preventDefault();
    current = lineOf(target);
    shut();
  }
});

// After a decision another button stands where the second half of a double click lands.
desk.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest("[data-deed]");
    if (!button) return;
    const number = lineOf(button);
    if (number && number === changedAt.line && event.detail > 0 && Date.now() - changedAt.at < SAME_CLICK) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  },
  true,
);

// What came back stands where the old card stood: the reading place is kept, and so are the lights.
document.addEventListener("htmx:oobAfterSwap", ({ detail: { target } }) => {
  if (!target.id?.startsWith("line-")) return;
  changedAt = { line: target.id.slice("line-".length), at: Date.now() };
});
document.addEventListener("htmx:afterRequest", ({ detail: { xhr, requestConfig } }) => {
  if (!(xhr.status >= 200 && xhr.status < 400)) {
    for (const line of lines.querySelectorAll("[data-sent]")) delete line.dataset.sent;
    return;
  }
  if (requestConfig.verb !== "post") return;
  const undone = requestConfig.path.endsWith("/undo/") && /id="line-(\d+)"/.exec(xhr.responseText);
  const number = undone ? undone[1] : current;
  const line = card(number);
  if (!line) return;
  const lost = document.activeElement === document.body || document.activeElement === null;
  choose(number, { focus: Boolean(lost || undone) && !line.querySelector(".zy-here form") });
});

// The whole page is asked anew where the choice changes; the button is for those without script.
document.getElementById("filter").addEventListener("change", ({ currentTarget }) => currentTarget.submit());

const off = document.getElementById("keys-off");
off.checked = switchedOff();
off.closest("label").hidden = false;
off.addEventListener("change", () => {
  try {
    localStorage.setItem(OFF, off.checked ? "1" : "");
  } catch {
    /* as above */
  }
});

turn(/^#(notice|mark)/.test(location.hash) ? "notice" : "draft");
const form = lines.querySelector(".zy-here form");
const asked = form ? lineOf(form) : (/^#line-(\d+)$/.exec(location.hash)?.[1] ?? "");
if (asked) choose(asked, { focus: !form });
if (form) {
  card(asked).scrollIntoView({ block: "nearest" });
  (form.querySelector("[aria-invalid=true]") ?? form.querySelector("input:not([type=hidden]), textarea, select"))?.focus();
}
