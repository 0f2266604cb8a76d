import { ScreenMap } from '@/features/map';
import { PhonePanel } from '@/features/phone';

// Where the features of the editor plug in. Each gets a region of its own and draws its own head.

export function ScreensSlot() {
  return null;
}

export function PartsSlot() {
  return null;
}

/** Registers `map.find` (Mod+F) for the Find button. */
export function MapSlot() {
  return <ScreenMap />;
}

export function SourceSlot() {
  return null;
}

/** Registers `phone.try` for the Try it button. */
export function PhoneSlot() {
  return <PhonePanel />;
}

export function InspectorSlot() {
  return null;
}

/** Draws its 36 px head always, and its rows when it is open. */
export function ProblemsSlot(_: { isOpen: boolean; onOpenChange(open: boolean): void }) {
  return null;
}
