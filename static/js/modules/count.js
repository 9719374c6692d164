// Says how many characters are left, at once to the eye and after a pause to a screen reader.
export default function count(group) {
  const area = group.querySelector("textarea");
  const shown = document.createElement("p");
  const spoken = document.createElement("p");
  shown.className = "govuk-hint";
  shown.setAttribute("aria-hidden", "true");
  spoken.className = "govuk-visually-hidden";
  spoken.setAttribute("aria-live", "polite");
  area.after(shown, spoken);
  let pause;
  const update = () => {
    const left = group.dataset.limit - [...area.value].length;
    const words = left < 0 ? group.dataset.over : group.dataset.left;
    shown.textContent = words.replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang));
    shown.classList.toggle("count--over", left < 0);
    clearTimeout(pause);
    pause = setTimeout(() => (spoken.textContent = shown.textContent), 1000);
  };
  area.addEventListener("input", update);
  update();
}
