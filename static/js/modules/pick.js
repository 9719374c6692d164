// In the list of cases that wait, 1, 2 and 3 press that guess of the case that has the focus; no
// other key does anything, and none does while somebody writes (WCAG 2.1.4). After a key the next
// page begins at its first case.
const KEY = "pick";

export default function pick(list) {
  const items = [...list.children];
  if (!items.length) return;
  const hint = document.createElement("p");
  hint.className = "small muted";
  hint.textContent = list.dataset.hint;
  list.before(hint);
  for (const item of items) {
    item.tabIndex = -1;
    for (const choice of item.querySelectorAll("[data-pick]")) {
      const mark = document.createElement("kbd");
      mark.textContent = choice.dataset.pick;
      mark.setAttribute("aria-hidden", "true");
      choice.prepend(mark);
    }
  }
  list.addEventListener("keydown", (event) => press(event, items));
  if (sessionStorage.getItem(KEY)) {
    sessionStorage.removeItem(KEY);
    items[0].focus();
  }
}

function press(event, items) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (event.target.closest("input, textarea, select")) return;
  const item = items.find((one) => one.contains(event.target));
  const way = item?.querySelector(`[data-pick="${CSS.escape(event.key)}"] :is(button, a)`);
  if (!way) return;
  event.preventDefault();
  if (way.matches("button")) sessionStorage.setItem(KEY, "1");
  way.click();
}
