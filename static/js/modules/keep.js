// Keeps the page of one case on this phone, if the person asks, and takes it off again.
const KEPT = "pqrs-kept-1";
const PLACE = "/seguimiento";

export default async function keep(box) {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  const [on, off] = box.querySelectorAll("button");
  const said = box.querySelector("[role=status]");
  const show = (kept, words = "") => {
    on.hidden = kept;
    off.hidden = !kept;
    said.textContent = words;
  };
  const kept = await (await caches.open(KEPT)).match(PLACE);
  const mine = kept?.headers.get("x-kept-of") === box.dataset.of;
  if (mine) await put(box);
  show(mine);
  box.hidden = false;
  on.addEventListener("click", async () => {
    try {
      await navigator.serviceWorker.register("/sw.js");
      await navigator.serviceWorker.ready;
      await put(box);
      show(true, box.dataset.kept);
    } catch {
      show(false, box.dataset.failed);
    }
  });
  off.addEventListener("click", async () => {
    await erase();
    show(false, box.dataset.erased);
  });
  for (const form of document.querySelectorAll("[data-forgets]")) form.addEventListener("submit", erase);
}

async function erase() {
  await (await caches.open(KEPT)).delete(PLACE);
}

// The page as it is now, without what only works with network, and with the moment it was kept.
async function put(box) {
  const page = document.documentElement.cloneNode(true);
  for (const one of page.querySelectorAll("script, form, [data-module], .screen, nav, .govuk-skip-link")) one.remove();
  const note = page.ownerDocument.createElement("p");
  note.className = "notice notice--warn";
  note.textContent = box.dataset.note.replace("{day}", new Date().toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" }));
  page.querySelector("main").prepend(note);
  const policy = "default-src 'none'; style-src 'self'; img-src 'self'";
  const headers = { "content-security-policy": policy, "content-type": "text/html; charset=utf-8", "x-kept-at": Date.now(), "x-kept-of": box.dataset.of };
  await (await caches.open(KEPT)).put(PLACE, new Response("<!doctype html>" + page.outerHTML, { headers }));
}
