// Turns the wheel over the canvas, a little out and a little in, and gives the script time of each turn in milliseconds, with what runs
// before the next painting because of it. Painting is no script.
const [steps, done] = arguments;
const pane = document.querySelector(".react-flow__pane");
const box = pane.getBoundingClientRect();
const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
(async () => {
  const times = [];
  const view = document.querySelector(".react-flow__viewport");
  let seen = 0;
  for (let step = 0; step < steps; step += 1) {
    await frame();
    await new Promise((resolve) => setTimeout(resolve));
    const stood = view.style.transform;
    const first = frame();
    const start = performance.now();
    const options = { bubbles: true, cancelable: true, view: window, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    pane.dispatchEvent(new WheelEvent("wheel", { ...options, deltaY: step % 20 < 10 ? 30 : -30 }));
    for (let turn = 0; turn < 5; turn += 1) await null;
    const turned = performance.now() - start;
    const last = frame();
    times.push(turned + (await last) - (await first));
    if (view.style.transform !== stood) seen += 1;
  }
  if (seen < steps / 2) throw new Error(`the canvas followed in ${seen} of ${steps} turns`);
  done(times);
})().catch((error) => done(String(error)));
