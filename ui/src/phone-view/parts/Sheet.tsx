import { useId } from 'react';
import { FocusScope } from 'react-aria';
import { createPortal } from 'react-dom';
import { Glyph } from '../glyphs';
import { usePhone } from '../phone-context';

/** A sheet that comes up inside the phone. Escape and a press beside it close it. */
export function Sheet({
  title,
  onClose,
  children,
  compact = false,
}: {
  title: string;
  onClose: () => void;
  children: React.ReactNode;
  /** Stands in the middle, as high as its content: a dialog. */
  compact?: boolean;
}) {
  const { t, overlays } = usePhone();
  const id = useId();
  if (overlays === null) return null;
  return createPortal(
    <div className="ph-overlay" data-compact={compact || undefined}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: Escape and Close do the same by keyboard */}
      <div className="ph-scrim" onClick={onClose} />
      <FocusScope contain restoreFocus autoFocus>
        <div
          className="ph-sheet"
          role="dialog"
          aria-modal="true"
          aria-labelledby={id}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onClose();
          }}
        >
          <div className="ph-sheet-head">
            <h3 id={id} dir="auto">
              {title}
            </h3>
            <button type="button" className="ph-icon-button" aria-label={t('phone.close')} onClick={onClose}>
              <Glyph name="close" />
            </button>
          </div>
          {children}
        </div>
      </FocusScope>
    </div>,
    overlays,
  );
}
