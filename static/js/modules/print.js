// Shows a button that prints; without scripts the browser's own menu does.
export default function printPage(button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
