// In a marked text: pointing at words lights the cards that they belong to, and the other way.
(() => {
  const reading = document.querySelector("[data-reading]");
  if (!reading) return;
  const marks = [...reading.querySelectorAll("[data-of]")];
  const cards = new Map([...reading.querySelectorAll("[data-card]")].map((c) => [c.dataset.card, c]));
  function light(ids, scroll) {
    for (const mark of marks) {
      mark.classList.toggle("mk-lit", mark.dataset.of.split(" ").some((id) => ids.includes(id)));
    }
    for (const [id, card] of cards) card.classList.toggle("card-lit", ids.includes(id));
    const first = scroll && cards.get(ids[0]);
    const column = first && first.parentElement;
    if (column && column.scrollHeight > column.clientHeight) {
      column.scrollTop += first.getBoundingClientRect().top - column.getBoundingClientRect().top - 60;
    }
  }
  function pointed(event) {
    const mark = event.target.closest("[data-of]");
    const card = event.target.closest("[data-card]");
    light(mark ? mark.dataset.of.split(" ") : card ? [card.dataset.card] : [], Boolean(mark));
  }
  reading.addEventListener("mouseover", pointed);
  reading.addEventListener("focusin", pointed);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { light([], false); document.activeElement.blur(); }
  });
})();
