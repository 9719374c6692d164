// Adds a button that copies a number or a code, where the browser may.
export default function copy(box) {
  if (!navigator.clipboard) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet button--small screen";
  button.textContent = box.dataset.copy;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const text = box.querySelector("[data-text]").textContent.replaceAll(/\s/g, "");
    await navigator.clipboard.writeText(text);
    button.textContent = box.dataset.copied;
  });
  box.append(button);
}
