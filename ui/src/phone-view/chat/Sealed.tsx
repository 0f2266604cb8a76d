import { Glyph } from '../glyphs';
import { usePhone } from '../phone-context';

/** A part that is not known: it is kept, and says so. */
export function SealedLine({ name }: { name: string }) {
  const { t } = usePhone();
  return (
    <div className="ph-sealed-line">
      <Glyph name="lock" size={18} />
      <span>{name === '' ? t('chat.sealedUnnamed') : t('chat.sealed', { name })}</span>
    </div>
  );
}
