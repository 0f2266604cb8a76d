// How much script a drag on the screen map costs: `node bench/map-drag.mjs [screens]`.
// Builds the page with sample data, drags one card step by step and reads Chromium's own counters.
import { build, preview } from 'vite';
import { chromium } from 'playwright-core';

const SCREENS = Number(process.argv[2] ?? 500);
const STEPS = 60;
const FRAME_MS = 1000 / 60;
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

await build({ mode: 'fixture', logLevel: 'warn' });
const server = await preview({ mode: 'fixture', build: { outDir: 'dist-fixture' }, preview: { port: 0 } });
const [address] = server.resolvedUrls?.local ?? [];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable');

async function counters() {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { script: of('ScriptDuration'), style: of('RecalcStyleDuration'), layout: of('LayoutDuration'), task: of('TaskDuration') };
}
const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Moves the pointer step by step and says what one step costs, in ms. */
async function costOf(name, from, step) {
  await frame();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // The first step begins the drag and is no step like the others.
  await page.mouse.move(from.x + 4, from.y + 4, { steps: 4 });
  await frame();
  const before = await counters();
  for (let i = 1; i <= STEPS; i += 1) {
    await page.mouse.move(from.x + 4 + step.x * i, from.y + 4 + step.y * i);
    await frame();
  }
  const after = await counters();
  await page.mouse.up();
  const per = Object.fromEntries(Object.entries(after).map(([key, value]) => [key, (value - before[key]) / STEPS]));
  const words = Object.entries(per).map(([key, ms]) => `${key} ${ms.toFixed(2)}`);
  console.log(`${name}: ms a step: ${words.join(', ')}`);
  return per;
}

await page.goto(`${address}?screens=${SCREENS}`);
await page.getByText('Book a visit').first().click();
const cards = page.locator('.react-flow__node-screen');
await cards.first().waitFor();
await page.waitForTimeout(2500);

/** The middle of a card that lies well inside the map. */
async function middleCard() {
  const map = await page.locator('.react-flow').boundingBox();
  for (const card of await cards.all()) {
    const box = await card.boundingBox();
    if (box === null || map === null) continue;
    const x = box.x + box.width / 2;
    const y = box.y + Math.min(12, box.height / 2);
    const across = (x - map.x) / map.width;
    const down = (y - map.y) / map.height;
    if (across > 0.3 && across < 0.7 && down > 0.2 && down < 0.7) return { x, y };
  }
  throw new Error('no card in view');
}

console.log(`${SCREENS} screens, ${await cards.count()} drawn, all in view`);
const all = await costOf('drag, all in view', await middleCard(), { x: 1, y: 1 });
await page.waitForTimeout(800);
await page.locator('.react-flow__pane').hover({ position: { x: 40, y: 60 } });
await page.keyboard.press('Escape');
await cards.first().focus();
await page.keyboard.press('2');
await page.waitForTimeout(1500);
console.log(`${await cards.count()} drawn, zoomed to one`);
const near = await costOf('drag, zoomed in', await middleCard(), { x: 1, y: 1 });

await browser.close();
await server.close();
const worst = Math.max(all.script, near.script);
console.log(`worst ${worst.toFixed(2)} ms of script a step; a frame is ${FRAME_MS.toFixed(1)} ms`);
process.exitCode = worst < FRAME_MS ? 0 : 1;
