import { expect, test, vi } from 'vitest';
import { placesOf } from './usePlaces';

const at = (spots: Record<string, [number, number]>) =>
  new Map(Object.entries(spots).map(([key, [x, y]]) => [key, { x, y }]));

function begun() {
  const moved = vi.fn();
  const places = placesOf(moved);
  places.settle(at({ a: [0, 0], b: [200, 0] }));
  places.glide();
  moved.mockClear();
  return { places, moved };
}

test('a card under the hand is where the hand has it, the others where the document has them', () => {
  const { places, moved } = begun();
  places.hold(at({ a: [30, 40] }));
  expect(places.now()).toEqual(at({ a: [30, 40], b: [200, 0] }));
  expect(places.settled()).toEqual(at({ a: [0, 0], b: [200, 0] }));
  expect(moved).toHaveBeenCalledOnce();
});

test('released, it goes back', () => {
  const { places, moved } = begun();
  places.hold(at({ a: [30, 40] }));
  places.release();
  expect(places.now()).toEqual(at({ a: [0, 0], b: [200, 0] }));
  expect(moved).toHaveBeenCalledTimes(2);
});

test('a change of the document does not pull a card out of the hand', () => {
  const { places } = begun();
  places.hold(at({ a: [30, 40] }));
  places.settle(at({ a: [0, 0], b: [500, 0] }));
  places.glide();
  expect(places.now().get('a')).toEqual({ x: 30, y: 40 });
});

test('let go, it stays until the document has it there, and nothing is left over', () => {
  const { places } = begun();
  places.hold(at({ a: [30, 40] }));
  places.letGo();
  expect(places.now().get('a')).toEqual({ x: 30, y: 40 });
  places.settle(at({ a: [30, 40], b: [200, 0] }));
  places.glide();
  expect(places.now()).toBe(places.settled());
});

test('a card that the document moves sets off from where it was, and arrives', () => {
  vi.useFakeTimers();
  const { places } = begun();
  places.settle(at({ a: [100, 0], b: [200, 0] }));
  places.glide();
  expect(places.now().get('a')).toEqual({ x: 0, y: 0 });
  vi.advanceTimersByTime(120);
  expect(places.now().get('a')?.x).toBeGreaterThan(0);
  vi.advanceTimersByTime(400);
  expect(places.now()).toBe(places.settled());
  vi.useRealTimers();
});

test('a card that is gone is not drawn, even if the hand still had it', () => {
  const { places } = begun();
  places.hold(at({ a: [30, 40] }));
  places.settle(at({ b: [200, 0] }));
  expect([...places.now().keys()]).toEqual(['b']);
});
