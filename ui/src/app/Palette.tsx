import { CommandPalette, KeyboardMap } from '@/features/palette';
import { Notices } from './Notices';

/** What opens over every view by keys. */
export default function Palette({
  open,
  onClose,
}: {
  open: 'palette' | 'keys' | 'notices';
  onClose(): void;
}) {
  return (
    <>
      <CommandPalette isOpen={open === 'palette'} onClose={onClose} />
      <Notices isOpen={open === 'notices'} onClose={onClose} />
      <KeyboardMap isOpen={open === 'keys'} onClose={onClose} />
    </>
  );
}
