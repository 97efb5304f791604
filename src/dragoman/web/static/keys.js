// Keys on every page: / to the search; j and k from event to event in a list.
(() => {
  const typing = (event) =>
    event.ctrlKey || event.metaKey || event.altKey ||
    event.target.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (typing(event)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("seek").focus();
    } else if ((event.key === "j" || event.key === "k") && !document.querySelector("[data-review]")) {
      step(event.key === "j" ? 1 : -1);
    }
  });
  function step(by) {
    const links = [...document.querySelectorAll(".entry-title a, .card-trigger")];
    const at = links.indexOf(document.activeElement);
    const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
    if (next) next.focus();
  }
})();
