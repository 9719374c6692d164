// Leaves at once, keeps this page out of the way back, and forgets what was kept on this phone.
export default function exit(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.title = "";
    document.body.hidden = true;
    try {
      localStorage.clear();
    } catch {}
    location.replace(link.href);
  });
}
