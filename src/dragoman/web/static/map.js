// The slider: shows the places of one stretch of days, or of all; Play goes through them.
(() => {
  const map = document.querySelector("[data-map]");
  const box = document.querySelector(".slider");
  if (!map || !box) return;
  const [slider, button, told] = ["input", "button", "output"].map((name) => box.querySelector(name));
  const bars = [...document.querySelectorAll("[data-low]")];
  const marks = [...map.querySelectorAll("[data-days]")].map((mark) => ({
    mark, shape: mark.querySelector(".dot"), days: mark.dataset.days.split(" ").filter(Boolean).map(Number),
  }));
  let timer = null;
  box.hidden = false;

  function show() {
    const at = Number(slider.value);
    const bar = bars[at - 1];
    const [low, high] = bar ? [Number(bar.dataset.low), Number(bar.dataset.high)] : [-Infinity, Infinity];
    for (const { mark, days } of marks) {
      mark.classList.toggle("away", Boolean(bar) && !days.some((day) => day >= low && day <= high));
    }
    bars.forEach((one, number) => one.classList.toggle("lit", number === at - 1));
    told.textContent = bar ? bar.querySelector("a").title : "All days";
    slider.setAttribute("aria-valuetext", told.textContent);
  }
  function stop() {
    clearInterval(timer);
    timer = null;
    button.textContent = "Play";
    button.setAttribute("aria-pressed", "false");
  }
  function play() {
    button.textContent = "Stop";
    button.setAttribute("aria-pressed", "true");
    timer = setInterval(() => {
      slider.value = Number(slider.value) + 1 > bars.length ? 0 : Number(slider.value) + 1;
      show();
      if (slider.value === "0") stop();
    }, 700);
  }
  slider.addEventListener("input", show);
  button.addEventListener("click", () => (timer ? stop() : play()));
})();
