// The list at the door goes on while the network is down: what was ticked is kept on this telephone, nothing but the
// address of a line, what stood there and what was chosen, and is sent when the network is back and the list is open before the organiser.
import { sayReady, silence, told } from "./troubles.js";

const STORE = "zy-door";
const AGAIN = 15_000; // milliseconds
const FORGOTTEN = 14 * 24 * 3_600_000;
let kept = read();
let sending = false;
let underWay; // the address of the line that is being sent from what was kept

function read() {
  try {
    const found = JSON.parse(localStorage.getItem(STORE)) ?? {};
    return Object.fromEntries(Object.entries(found).filter(([, entry]) => Date.now() - entry.at < FORGOTTEN));
  } catch {
    return {}; // no storage here: kept as long as the page is open
  }
}

function write() {
  try {
    localStorage.setItem(STORE, JSON.stringify(kept));
  } catch {
    /* as above */
  }
}

const door = () => document.getElementById("door-roll");
const lineOf = (url) => [...(door()?.children ?? [])].find((line) => line.getAttribute("hx-post") === url);
const waiting = () => Object.keys(kept).filter(lineOf);

function show() {
  const banner = document.getElementById("door-offline");
  if (!banner) return;
  banner.hidden = waiting().length === 0;
  banner.querySelector("[data-kept]").textContent = waiting().length;
}

/** What this telephone saw in a line before it was ticked here: somebody else may have entered another thing since. */
const seenIn = (line) => line.querySelector("input[checked]")?.value ?? "";

function keep(line) {
  const box = line.querySelector("input:checked");
  const url = line.getAttribute("hx-post");
  kept[url] = { name: box.name, value: box.value, at: Date.now(), seen: kept[url]?.seen ?? seenIn(line) };
  write();
  show();
}

function forget(url) {
  delete kept[url];
  write();
  show();
}

/** What stands in a line is what is kept by the server: a tick that was not taken goes back. */
function putBack(line) {
  for (const box of line.querySelectorAll("input[type=radio]")) box.checked = box.defaultChecked;
}

/** Words beside the name in a line. */
function note(line, words, kind = "lack") {
  const small = document.createElement("small");
  small.className = kind;
  small.textContent = words;
  line.querySelector("legend small")?.remove();
  line.querySelector("legend")?.append(small);
}

const saidIn = (html) =>
  new DOMParser().parseFromString(html, "text/html").querySelector(".zy-note")?.textContent.trim() ?? "";

async function send(url) {
  const { name, value, at, seen, to } = kept[url];
  underWay = url;
  try {
    const answer = await fetch(to ?? url, {
      method: "POST",
      headers: { "HX-Request": "true", ...JSON.parse(document.body.getAttribute("hx-headers")) },
      body: new URLSearchParams({ [name]: value, ...(seen === undefined ? {} : { seen }) }),
    });
    const html = await answer.text();
    return take(url, { value, at, to }, answer, html);
  } finally {
    underWay = undefined;
  }
}

/** What was answered to what was kept of a line; false where it waits on. */
function take(url, { value, at, to }, answer, html) {
  const overtaken = answer.status === 409; // the line comes back as it stands there, and says so
  if (answer.status >= 500) return false; // busy, or out of order: nothing is lost, it is sent again
  if (!answer.ok && !overtaken && !to) told(html); // of a card it is said where the camera is
  if ([401, 403].includes(answer.status)) return false; // signed out: it waits
  if (kept[url]?.at !== at) {
    // Ticked anew meanwhile, and before what is taken now, not before what stood there first.
    if (kept[url] && answer.ok) kept[url].seen = to ? "present" : value;
    write();
    return true;
  }
  const line = lineOf(url);
  forget(url);
  if (answer.ok || overtaken) window.htmx.swap(line, html, { swapStyle: "outerHTML" });
  else {
    // Why it was not taken stands in its line, so that of several none is lost from sight.
    putBack(line);
    note(line, saidIn(html), "over");
  }
  return true;
}

async function sendAll() {
  if (sending || waiting().length === 0) return;
  sending = true;
  try {
    // A line ticked anew while it was sent stands here again, and goes once more.
    for (let url = waiting()[0]; url; url = waiting()[0]) if (!(await send(url))) break;
  } catch {
    show(); // still no network
  } finally {
    sending = false;
  }
}

const isLine = (element) => element.parentElement === door() && door() !== null;

for (const lost of ["htmx:sendError", "htmx:timeout"])
  document.addEventListener(lost, ({ detail: { elt } }) => {
    if (!isLine(elt)) return;
    silence();
    keep(elt);
  });

// Of one line one tick is under way at a time (hx-sync drops the others): two at once could arrive in either order, and the
// first would stand. What was chosen meanwhile is sent as soon as the answer to the one before is there.
const chosenAnew = new WeakSet();

document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt, requestConfig } = event.detail;
  if (!isLine(elt) || requestConfig.path !== underWay) return;
  event.preventDefault(); // what was kept of this line is being sent: the tick goes after it
  keep(elt);
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { elt, requestConfig, xhr } = detail;
  if (xhr.status >= 400) return;
  if (kept[requestConfig.path]) forget(requestConfig.path); // sent by a later tick: it waits no more
  const box = isLine(elt) && elt.querySelector("input:checked");
  if (!box || requestConfig.parameters[box.name] === box.value) return;
  detail.shouldSwap = false;
  chosenAnew.add(elt);
});

document.addEventListener("htmx:afterRequest", ({ detail: { elt, xhr } }) => {
  if (!isLine(elt)) return;
  if (xhr.status >= 400) putBack(elt);
  else if (chosenAnew.delete(elt)) setTimeout(() => window.htmx.trigger(elt, "change")); // htmx still counts this one
});

// Whoever waits here would count as absent, so the list is not closed before all of it is there.
document.addEventListener(
  "submit",
  (event) => {
    if (!event.target.matches("[data-after-kept]") || waiting().length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    sayReady("waiting");
    sendAll();
  },
  true,
);

// A card that was held up: its number says whose line it is, whether it is real the server says, as soon as it is asked.
const camera = () => document.querySelector("[data-camera]");
const cardWords = (name) => document.getElementById(`card-${name}`)?.content.textContent.trim() ?? "";

function sayCard(words, kind) {
  const said = camera().querySelector("[role=status]");
  said.textContent = words;
  said.className = kind;
}

async function takeCard(card) {
  const line = document.getElementById(`door-${card.split(":")[0]}`);
  const url = line?.getAttribute("hx-post");
  if (!url) return sayCard(cardWords(card.includes(":") ? "stranger" : "unknown"), "over");
  const name = line.querySelector("legend b").textContent;
  const to = camera().dataset.camera;
  kept[url] = { name: "card", value: card, at: Date.now(), to };
  write();
  try {
    const answered = await send(url);
    if (!answered) throw new Error("later");
  } catch {
    note(lineOf(url), cardWords("kept"));
    show();
    return sayCard(`${name}：${cardWords("kept")}`, "lack");
  }
  const small = lineOf(url).querySelector("legend small.over");
  sayCard(small ? `${name}：${small.textContent}` : `${name}：${cardWords("present")}`, small ? "over" : "met");
}

document.addEventListener("zy:card", ({ detail }) => takeCard(detail));
document.addEventListener("zy:card-none", () => sayCard(cardWords("none"), "over"));
document.addEventListener("click", ({ target }) => {
  if (!target.closest("[data-camera-open]")) return;
  if (document.documentElement.dataset.cameraRead) document.dispatchEvent(new Event("zy:camera"));
  else
    import(/* @vite-ignore */ camera().dataset.script)
      .then(() => (document.documentElement.dataset.cameraRead = "yes"))
      .catch(() => sayCard(cardWords("none"), "over"));
});

function restore() {
  for (const url of waiting()) {
    const { name, value, to } = kept[url];
    const box = lineOf(url).querySelector(`input[name="${name}"][value="${value}"]`);
    if (box) box.checked = true;
    if (to) note(lineOf(url), cardWords("kept"));
  }
  if (waiting().length) show();
  sendAll();
}

window.addEventListener("online", sendAll);
setInterval(sendAll, AGAIN);
document.addEventListener("htmx:load", ({ detail: { elt } }) => {
  if (!elt.contains(door())) return;
  if (camera() && navigator.mediaDevices) camera().hidden = false;
  restore();
});

// With a worker in front of it the list can be opened while the network is down; it keeps the lists that were open here.
const STAYS = "zy-door";
const worker = () => document.querySelector("[data-worker]")?.dataset.worker;

async function keepPage() {
  if (!worker() || !navigator.serviceWorker) return;
  await navigator.serviceWorker.register(worker());
  const { active } = await navigator.serviceWorker.ready;
  const used = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const files = used.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/static/"));
  const scan = camera() ? [new URL(camera().dataset.script, location.href)] : [];
  const paths = [...files, ...scan].map(({ pathname }) => pathname);
  active.postMessage({ page: location.pathname, files: [...new Set(paths)] });
}

keepPage().catch(() => {
  /* an old telephone, or no network: the page works as long as it is open */
});

// Whoever signs out leaves no list behind on a telephone that others use.
if (location.pathname.startsWith("/accounts/sign-in/")) window.caches?.delete(STAYS);
