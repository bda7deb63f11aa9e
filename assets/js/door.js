// The list at the door. Every tick is kept on this telephone until the server has it: nothing but the address of a line,
// what stood there and what was chosen. They are sent one after the other, so that of two of one line the later stands;
// while the network is down they wait, and go when it is back and the list is open before the organiser.
import { sayReady, silence, told } from "./troubles.js";

const STORE = "zy-door";
const AGAIN = 15_000; // milliseconds
const PATIENCE = 20_000; // for an answer
const FORGOTTEN = 14 * 24 * 3_600_000;
let kept = read();
let newest = 0; // when the latest tick was made, no two at once
let sending = null; // until all that waits is sent, or something stands in the way

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
const addressOf = (line) => line.dataset.tick;
const lineOf = (url) => door()?.querySelector(`:scope > [data-tick="${url}"]`);
const waiting = () => Object.keys(kept).filter(lineOf);

/** How many wait for the network; what is merely on its way is not worth a word. */
function show() {
  const banner = document.getElementById("door-offline");
  if (!banner) return;
  const late = waiting().filter((url) => kept[url].late);
  banner.hidden = late.length === 0;
  banner.querySelector("[data-kept]").textContent = late.length;
}

/** What this telephone saw in a line before it was ticked here: somebody else may have entered another thing since. */
const seenIn = (line) => line.querySelector("input[checked]")?.value ?? "";

function keep(url, entry) {
  const before = kept[url];
  newest = Math.max(Date.now(), newest + 1);
  kept[url] = { ...entry, at: newest, seen: before?.seen ?? seenIn(lineOf(url)), late: before?.late };
  write();
  show();
}

function forget(url) {
  delete kept[url];
  write();
  show();
}

/** From now on this is what the server has of a line, whatever was chosen in it since. */
function stands(line, value) {
  const chosen = line.querySelector("input:checked");
  for (const box of line.querySelectorAll("input[type=radio]")) box.defaultChecked = box.value === value;
  if (chosen) chosen.checked = true;
}

/** What stands in a line is what the server has: a tick that was not taken goes back. */
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

/** Send what is kept of a line; false where it has to wait, and all others with it. */
async function send(url) {
  const { name, value, at, seen, to, late } = kept[url];
  const answer = await fetch(to ?? url, {
    method: "POST",
    headers: { "HX-Request": "true", ...JSON.parse(document.body.getAttribute("hx-headers")) },
    body: new URLSearchParams({ [name]: value, ...(late ? { seen } : {}) }),
    signal: AbortSignal.timeout?.(PATIENCE), // which an old telephone does not know
  });
  const html = await answer.text();
  if (answer.status >= 500) return false; // busy, or out of order: nothing is lost, it is sent again
  const overtaken = answer.status === 409; // the line comes back as it stands there, and says so
  if (answer.ok && !late) silence();
  else if (!answer.ok && !overtaken && !to) told(html); // of a card it is said where the camera is
  if ([401, 403].includes(answer.status)) return false; // signed out: it waits
  const line = lineOf(url);
  if (kept[url]?.at !== at) {
    // Chosen anew meanwhile, and before what is taken now: it goes next.
    if (answer.ok && line) stands(line, to ? "present" : value);
    if (answer.ok && kept[url]) kept[url].seen = to ? "present" : value;
    write();
    return true;
  }
  forget(url);
  if (!line) return true; // another page is open
  if (answer.ok || overtaken) window.htmx.swap(line, html, { swapStyle: "outerHTML" });
  else {
    // Why it was not taken stands in its line, so that of several none is lost from sight.
    putBack(line);
    note(line, saidIn(html), "over");
  }
  return true;
}

/** One after the other, the eldest first: two answers at once could tell the counts in the wrong order. */
async function sendInTurn() {
  try {
    for (;;) {
      const [next] = waiting().sort((one, other) => kept[one].at - kept[other].at);
      if (!next) return;
      if (!(await send(next))) break;
    }
  } catch {
    /* no network, or no answer in time */
  }
  for (const url of waiting()) kept[url].late = true;
  write();
  show();
}

function sendAll() {
  sending ??= sendInTurn().finally(() => (sending = null));
  return sending;
}

document.addEventListener("change", ({ target }) => {
  const line = target.closest("#door-roll > [data-tick]");
  if (!line || target.type !== "radio") return;
  keep(addressOf(line), { name: target.name, value: target.value });
  sendAll();
});

// Whoever waits here would count as absent, so the list is not closed before all of it is there.
document.addEventListener(
  "submit",
  async (event) => {
    if (!event.target.closest("[data-after-kept]") || waiting().length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { target, submitter } = event;
    await sendAll();
    if (waiting().length) sayReady("waiting");
    else target.requestSubmit(submitter);
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
  const url = line && addressOf(line);
  if (!url) return sayCard(cardWords(card.includes(":") ? "stranger" : "unknown"), "over");
  const name = line.querySelector("legend b").textContent;
  const to = camera().dataset.camera;
  keep(url, { name: "card", value: card, to });
  await sendAll();
  if (!lineOf(url)) return; // another page is open
  if (kept[url]) {
    note(lineOf(url), cardWords("kept"));
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

/** What was still here when the page was left: chosen again, and sent with what was seen then. */
function restore() {
  for (const url of waiting()) {
    const { name, value, to } = kept[url];
    const box = lineOf(url).querySelector(`input[name="${name}"][value="${value}"]`);
    if (box) box.checked = true;
    if (to) note(lineOf(url), cardWords("kept"));
    kept[url].late = true;
  }
  show();
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
