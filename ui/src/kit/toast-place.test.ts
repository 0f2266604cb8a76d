import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, liftOver } from './toast-place';

const HEIGHT = 640;

function covers(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('what is said in passing lies over no main action where there is room above it', () => {
  const button = fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 0, max: HEIGHT - 40 }),
    width: fc.integer({ min: 1, max: 400 }),
    height: fc.integer({ min: 20, max: 90 }),
  });
  fc.assert(
    fc.property(
      fc.array(button, { maxLength: 6 }),
      fc.integer({ min: 40, max: 160 }),
      (clear, height): void => {
        const box = { x: 540, y: HEIGHT - 20 - height, width: 400, height };
        const lift = liftOver(box, clear);
        const lifted = { ...box, y: box.y - lift };
        expect(lifted.y).toBeGreaterThan(0);
        const free = Array.from({ length: box.y - 7 }, (_, up) => ({ ...box, y: box.y - up })).some((at) =>
          clear.every(
            (kept) =>
              !covers({ x: at.x - 8, y: at.y - 8, width: at.width + 16, height: at.height + 16 }, kept),
          ),
        );
        if (free) for (const kept of clear) expect(covers(lifted, kept)).toBe(false);
      },
    ),
  );
});

test('it stays at the foot where nothing is in the way, and goes no higher than it has to', () => {
  const box = { x: 600, y: 580, width: 340, height: 40 };
  expect(liftOver(box, [])).toBe(0);
  expect(liftOver(box, [{ x: 20, y: 590, width: 120, height: 32 }])).toBe(0);
  expect(liftOver(box, [{ x: 800, y: 590, width: 120, height: 32 }])).toBe(38);
});
