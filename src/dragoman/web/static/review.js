// Review by keyboard: a accept, r reject, e edit, j pass over, k back, Ctrl+Enter save.
(() => {
  const form = document.querySelector("[data-form]");
  const follow = (rel) => document.querySelector(`.review a[rel=${rel}]`)?.click();
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form?.contains(event.target)) {
      event.preventDefault();
      form.querySelector("[value=corrected]").click();
      return;
    }
    if (event.key === "Escape" && form?.contains(event.target)) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    if (event.key === "a" || event.key === "r") form?.querySelector(`[data-key=${event.key}]`).click();
    else if (event.key === "e") { event.preventDefault(); form?.querySelector("[data-edit]").focus(); }
    else if (event.key === "j") follow("next");
    else if (event.key === "k") follow("prev");
  });
})();
