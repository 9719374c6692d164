// A second press of the button does nothing; the server would answer the same anyway.
export default function once(button) {
  let sent = false;
  button.form?.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    button.setAttribute("aria-disabled", "true");
  });
  addEventListener("pageshow", () => {
    sent = false;
    button.removeAttribute("aria-disabled");
  });
}
