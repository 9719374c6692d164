// Only for who asked to keep something on this phone. SHELL and FILES are written above by the server.
// It looks at the start, filing and following, and at our own style and scripts; it never keeps a report of
// wrongdoing.
const KEPT = "pqrs-kept-1";
const DAYS = 7 * 24 * 60 * 60 * 1000;
const OFFLINE = "/sin-conexion";

addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll([OFFLINE, ...FILES])).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(dropOld().then(() => clients.claim()));
});

async function dropOld() {
  for (const name of await caches.keys()) {
    if (name !== SHELL && name !== KEPT) await caches.delete(name);
  }
}

addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== location.origin) return;
  if (event.request.mode === "navigate") {
    const files = pathname === "/" || /^\/radicar(\/|$)/.test(pathname);
    const follows = /^\/seguimiento(\/|$)/.test(pathname) && event.request.method === "GET"; // never what was not sent
    const ours = files || follows;
    event.waitUntil(fresh("/seguimiento"));
    if (ours) event.respondWith(fetch(event.request).catch(() => offline(pathname)));
  } else if (pathname.startsWith("/static/")) {
    event.respondWith(caches.match(event.request).then((found) => found || fetch(event.request)));
  }
});

async function offline(pathname) {
  const kept = pathname === "/seguimiento" && (await fresh(pathname));
  return kept || caches.match(OFFLINE);
}

async function fresh(pathname) {
  const cache = await caches.open(KEPT);
  const found = await cache.match(pathname);
  if (found && Date.now() - Number(found.headers.get("x-kept-at")) < DAYS) return found;
  await cache.delete(pathname);
}
