/** Motion that follows what the system asks for. */

const still =
  typeof window.matchMedia === 'function' ? window.matchMedia('(prefers-reduced-motion: reduce)') : null;

/** The duration, or none where people asked for less motion. */
export function motionMs(duration: number): number {
  return still?.matches === true ? 0 : duration;
}

/** `cubic-bezier(.3,.7,.1,1)`, near enough for positions: fast away, soft landing. */
export function landing(t: number): number {
  return 1 - (1 - t) ** 3.2;
}
