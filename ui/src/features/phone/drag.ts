import type { Pointer } from '@/host';

/** What a drag from the list of parts carries: Meta's name of the component to add. */
export const NEW_PART = 'application/x-waymark-part';

/** What a drag of a part that stands on a screen carries: its pointer. */
export const MOVED_PART = 'application/x-waymark-pointer';

/** What is being dropped; none when the drag carries nothing of ours. */
export function dropped(data: DataTransfer): { add: string } | { move: Pointer } | undefined {
  const move = data.getData(MOVED_PART);
  if (move !== '') return { move };
  const add = data.getData(NEW_PART);
  return add === '' ? undefined : { add };
}

/** True while a drag carries something a screen takes. */
export function carriesPart(data: DataTransfer): boolean {
  return data.types.includes(NEW_PART) || data.types.includes(MOVED_PART);
}
