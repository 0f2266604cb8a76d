// Changes one property over and over as the inspector does and gives the time from the edit to the mirror, in milliseconds.
const [count, done] = arguments;
(async () => {
  const times = [];
  const measured = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.name === "edit") times.push(entry.duration);
      }
      if (times.length >= count) resolve();
    }).observe({ type: "measure", buffered: false });
  });
  const field = document.querySelector("[data-bench='property'] input, [data-bench='property'] textarea");
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set;
  for (let index = 0; index < count; index += 1) {
    field.focus();
    set.call(field, `Words ${index}`);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.blur();
    const before = times.length;
    while (times.length === before) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await measured;
  done(times);
})();
