// Keeps on this phone what is being written, if the person asks: it survives a lost network.
const KEY = "pqrs-unsent";
const DAYS = 7 * 24 * 60 * 60 * 1000;

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (kept && Date.now() - kept.at < DAYS) return kept;
    localStorage.removeItem(KEY);
  } catch {}
  return null;
}

const write = (text) => localStorage.setItem(KEY, JSON.stringify({ text, at: Date.now() }));

export default function unsent(box) {
  const kept = read();
  if (box.dataset.unsent === "forget") return localStorage.removeItem(KEY);
  if (box.dataset.unsent === "show") {
    if (!kept?.text) return;
    box.querySelector("blockquote").textContent = kept.text;
    box.hidden = false;
    return;
  }
  if (!("serviceWorker" in navigator)) return;
  const area = box.closest("form").querySelector("textarea");
  const [on, off] = box.querySelectorAll("button");
  const said = box.querySelector("[role=status]");
  let keeps = Boolean(kept);
  const show = (words = "") => {
    on.hidden = keeps;
    off.hidden = !keeps;
    said.textContent = words;
  };
  if (kept?.text && !area.value) {
    area.value = kept.text;
    area.dispatchEvent(new Event("input"));
    show(box.dataset.back);
  } else show();
  box.hidden = false;
  area.addEventListener("input", () => keeps && write(area.value));
  on.addEventListener("click", async () => {
    keeps = true;
    write(area.value);
    show(box.dataset.kept);
    await navigator.serviceWorker.register("/sw.js").catch(() => {});
  });
  off.addEventListener("click", () => {
    keeps = false;
    localStorage.removeItem(KEY);
    show(box.dataset.erased);
  });
}
