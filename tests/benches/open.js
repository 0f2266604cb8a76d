// Opens the first journey of the list and gives the milliseconds until its first cards are painted.
const [, done] = arguments;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const found = () => document.querySelector("[role='grid'] [role='row']");
(async () => {
  while (found() === null) await frame();
  const row = found();
  const start = performance.now();
  row.click();
  while (document.querySelector(".react-flow__node") === null) await frame();
  await frame();
  await frame();
  done([performance.now() - start]);
})().catch((error) => done(String(error)));
