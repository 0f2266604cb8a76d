// Types into the title of a screen over and over and gives, for each time the typing rested, the time from the edit to
// the mirror, in milliseconds. The page measures it itself, as "edit".
const [count, done] = arguments;
(async () => {
  const times = [];
  let heard = () => {};
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName("edit")) times.push(entry.duration);
    heard();
  }).observe({ type: "measure" });
  const next = () => new Promise((resolve) => (heard = resolve));
  const label = [...document.querySelectorAll("[data-region='inspector'] label")].find((at) => at.textContent === "Title");
  const field = label.control;
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set;
  field.focus();
  for (let index = 0; index < count; index += 1) {
    const measured = next();
    set.call(field, `Words ${Math.round(performance.now())}`);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await measured;
  }
  done(times);
})();
