// Drags one card of the map in small steps and gives the script time of each, in milliseconds: from the movement of the
// pointer until the card stands there, and what runs before the next painting because of it. Painting is no script.
const [steps, done] = arguments;
const card = document.querySelector(".react-flow__node");
const box = card.getBoundingClientRect();
let x = box.x + box.width / 2;
let y = box.y + 12;
const fire = (type, target) =>
  target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, clientX: x, clientY: y, button: 0, buttons: 1 }));
const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
(async () => {
  const times = [];
  let seen = 0;
  fire("mousedown", card);
  for (let step = 0; step < steps; step += 1) {
    await frame();
    await new Promise((resolve) => setTimeout(resolve));
    x += step % 2 === 0 ? 3 : 1;
    y += 1;
    const stood = card.style.transform;
    // asked for before anything of this step is, so that it comes first; the other one comes last
    const first = frame();
    const start = performance.now();
    fire("mousemove", window);
    // what the movement set off stands in line before this
    for (let turn = 0; turn < 5; turn += 1) await null;
    const moved = performance.now() - start;
    if (card.style.transform !== stood) seen += 1;
    const last = frame();
    times.push(moved + (await last) - (await first));
  }
  fire("mouseup", window);
  // it rests where it snaps to its neighbours; otherwise it follows, or what was timed is not the movement
  if (seen < steps / 2) throw new Error(`the card followed in ${seen} of ${steps} steps`);
  done(times);
})().catch((error) => done(String(error)));
