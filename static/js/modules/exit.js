// Leaves at once and keeps this page out of the way back.
export default function exit(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.title = "";
    document.body.hidden = true;
    location.replace(link.href);
  });
}
