const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select, [tabindex]:not([tabindex="-1"])';

/** What is chosen in a region: rows and options, cards of the map. */
const CHOSEN = '[aria-selected="true"]:not([tabindex="-1"]), .react-flow__node.selected';

/** In what a region marks as its beginning: behind a head whose buttons come first. */
const BEGINNING = `[data-beginning] :is(${FOCUSABLE})`;

/** Where focus was in each region, so that coming back comes back there. */
const last = new WeakMap<Element, HTMLElement>();

document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const region = target.closest('[data-region]');
  if (region !== null) last.set(region, target);
});

function visible(element: Element): boolean {
  return element.getClientRects().length > 0;
}

function enter(region: HTMLElement): void {
  const before = last.get(region);
  if (before?.isConnected && visible(before)) {
    before.focus();
    return;
  }
  const find = (selector: string) => [...region.querySelectorAll<HTMLElement>(selector)].find(visible);
  const first = find(CHOSEN) ?? find(BEGINNING) ?? find(FOCUSABLE);
  if (first !== undefined) first.focus();
  else {
    region.tabIndex = -1;
    region.focus();
  }
}

/** Moves focus to the next (or previous) region of the view: elements with `data-region`. */
export function focusNextRegion(backwards = false): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(visible);
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const step = backwards ? -1 : 1;
  const start = now === -1 && backwards ? 0 : now;
  const next = regions[(start + step + regions.length) % regions.length];
  if (next !== undefined) enter(next);
}

/** Moves focus into the region of that name. */
export function focusRegion(name: string): void {
  const region = document.querySelector<HTMLElement>(`[data-region="${name}"]`);
  if (region !== null) enter(region);
}
