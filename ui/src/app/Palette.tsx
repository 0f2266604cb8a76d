import { CommandPalette, KeyboardMap } from '@/features/palette';

/** What opens over every view by keys. */
export default function Palette({ open, onClose }: { open: 'palette' | 'keys'; onClose(): void }) {
  return (
    <>
      <CommandPalette isOpen={open === 'palette'} onClose={onClose} />
      <KeyboardMap isOpen={open === 'keys'} onClose={onClose} />
    </>
  );
}
