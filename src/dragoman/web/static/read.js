// While a text is read: say so, and let nobody send it twice.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-slow]");
  if (!form) return;
  const note = form.querySelector(".waiting");
  if (note) note.textContent = "Reading; the first text takes some seconds …";
  for (const button of form.querySelectorAll("button")) button.disabled = true;
});
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("[data-slow] button")) button.disabled = false;
});
