// Drags one card of the map in small steps and gives the script time of each, in milliseconds.
const [steps, done] = arguments;
const card = document.querySelector(".react-flow__node");
const box = card.getBoundingClientRect();
let x = box.x + box.width / 2;
let y = box.y + 12;
const fire = (type, target) =>
  target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, clientX: x, clientY: y, button: 0, buttons: 1 }));
const channel = new MessageChannel();
const settled = () =>
  new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(0);
  });
const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()));
(async () => {
  const times = [];
  fire("mousedown", card);
  for (let step = 0; step < steps; step += 1) {
    await frame();
    // past the painting of this frame, which is no script
    await settled();
    x += step % 2 === 0 ? 3 : 1;
    y += 1;
    const start = performance.now();
    fire("mousemove", window);
    await settled();
    await settled();
    times.push(performance.now() - start);
  }
  fire("mouseup", window);
  done(times);
})();
