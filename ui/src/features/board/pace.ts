/** How long until an account is asked again, in ms. */

/** While it looks at something. */
const WAITING = 4_000;
/** While nothing is expected. */
const RESTING = 60_000;
/** Templates on one page of Meta's list: so many cost one call. */
const PAGE = 100;

export interface Asked {
  /** The account looks at something. */
  waits: boolean;
  /** The answer says what the one before said. */
  same: boolean;
  /** No answer, or not all of it. */
  failed: boolean;
  /** How many templates were told. */
  count: number;
}

/** After an answer, and the wait before it: longer each time that nothing is new, and for an account with many. */
export function nextWait({ waits, same, failed, count }: Asked, before: number): number {
  const pages = Math.max(1, Math.ceil(count / PAGE));
  const least = (waits && !failed ? WAITING : RESTING / 4) * pages;
  const most = (waits ? RESTING : RESTING * 5) * pages;
  if (!failed && !same) return waits ? least : Math.min(most, RESTING * pages);
  return Math.min(most, Math.max(least, Math.round(before * 1.5)));
}
