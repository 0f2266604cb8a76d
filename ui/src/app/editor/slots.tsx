import { InspectorPanel } from '@/features/inspector';
import { LanguagesView } from '@/features/languages';
import { ScreenMap } from '@/features/map';
import { PartPalette, PartTree } from '@/features/parts';
import { PhonePanel } from '@/features/phone';
import { ProblemsStrip } from '@/features/problems';
import { type DrawParts, ScreensList } from '@/features/screens';
import { SourceView } from '@/features/source';

// Where the features of the editor plug in. Each gets a region of its own and draws its own head.

const drawParts: DrawParts = (screen, onLeave) => <PartTree screen={screen} level={1} onLeave={onLeave} />;

export function ScreensSlot() {
  return <ScreensList drawParts={drawParts} />;
}

export function PartsSlot() {
  return <PartPalette />;
}

/** Registers `map.find` (Mod+F) for the Find button. */
export function MapSlot() {
  return <ScreenMap />;
}

export function SourceSlot() {
  return <SourceView />;
}

export function LanguagesSlot() {
  return <LanguagesView />;
}

/** Registers `phone.try` for the Try it button. */
export function PhoneSlot() {
  return <PhonePanel />;
}

export function InspectorSlot() {
  return <InspectorPanel />;
}

/** Draws its 36 px head always, and its rows when it is open. */
export function ProblemsSlot(props: { isOpen: boolean; onOpenChange(open: boolean): void }) {
  return <ProblemsStrip {...props} />;
}
