// Asks once more before something that cannot be undone; the page after it asks too.
export default function confirmFirst(button) {
  button.addEventListener("click", (event) => {
    if (!confirm(button.dataset.question)) event.preventDefault();
  });
}
