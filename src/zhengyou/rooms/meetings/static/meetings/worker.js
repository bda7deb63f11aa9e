// Keeps the lists at the door that were open on this telephone, and the page of meetings that leads to them, so that
// they open while the network is down. The network always goes first: what is kept is shown only where no answer comes.
// Nothing but these and the files they need is kept.
const STAYS = "zy-door";
const LIST = /^\/meetings\/(\d+\/)?$/;
const WAY = "/meetings/";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function keep(path, cache) {
  const answer = await fetch(path);
  // A page that asks to sign in is no list.
  if (answer.ok && !answer.redirected) await cache.put(path, answer);
}

self.addEventListener("message", ({ data: { page, files } }) => {
  if (!LIST.test(page)) return;
  caches.open(STAYS).then(async (cache) => {
    await Promise.all([page, WAY, ...files].map((path) => keep(path, cache)));
    const needed = new Set(files);
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url);
      if (!LIST.test(pathname) && !needed.has(pathname)) await cache.delete(pathname, { ignoreVary: true });
    }
  });
});

async function fromNetwork(request, path) {
  const cache = await caches.open(STAYS);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && LIST.test(path)) await cache.put(path, answer.clone());
    if (answer.redirected || [401, 403, 404].includes(answer.status)) await cache.delete(path, { ignoreVary: true });
    return answer;
  } catch (lost) {
    const kept = await cache.match(path, { ignoreVary: true });
    if (kept) return kept;
    throw lost;
  }
}

self.addEventListener("fetch", (event) => {
  const { pathname, origin, search } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (event.request.headers.has("HX-Request")) return;
  if ((LIST.test(pathname) && !search) || pathname.startsWith("/static/")) event.respondWith(fromNetwork(event.request, pathname));
});
