import './phone.css';
import './screen.css';
import './texts.css';
import './pictures.css';
import './fields.css';
import './choices.css';
import './files.css';
import './sheets.css';
import './keys.css';
import './calendar.css';
import { type HTMLAttributes, type ReactNode, type Ref, useEffect, useMemo, useRef, useState } from 'react';
import type { Item, PreviewAct, ScreenView } from '@/host';
import { formatOf } from '@/i18n';
import { Dots, Glyph } from './glyphs';
import { Keys, useKeys } from './Keys';
import { Part } from './Part';
import { type PhoneLook, PhoneProvider, type Platform, usePhone } from './phone-context';
import { phoneLanguage, usePhoneWords } from './phone-words';

/** How a screen came in. */
export type Motion = 'none' | 'forward' | 'back';

export interface ScreenContentProps {
  view: ScreenView;
  platform: Platform;
  theme: 'light' | 'dark';
  /** Takes the view's own direction when left out. */
  dir?: 'ltr' | 'rtl';
  /** False draws a picture of the screen: it takes neither focus nor press. */
  interactive: boolean;
  /** What somebody does on the phone. */
  onAct?: (act: PreviewAct) => void;
  /** A press on a link inside a text. */
  onLink?: (href: string) => void;
  /** The line below the button that says who manages the form. */
  branding?: boolean;
  /** The Flow is not published: the phone says so. */
  draft?: boolean;
  motion?: Motion;
  /** Further attributes of the element that holds parts and button. */
  page?: HTMLAttributes<HTMLDivElement>;
  pageRef?: Ref<HTMLDivElement>;
  /** Draws the parts in its own way, for example selectable. The default draws them plainly. */
  renderItems?: (items: Item[]) => ReactNode;
  /** Draws around the Footer. */
  renderFooter?: (footer: ReactNode) => ReactNode;
}

const nothing = () => {};

/**
 * Everything on one screen of a Flow: bar, progress, parts, button. Fills the box it is put into; draw it at
 * least 258 px wide and scale the box for anything smaller.
 */
export function ScreenContent({
  view,
  platform,
  theme,
  dir = view.rtl ? 'rtl' : 'ltr',
  interactive,
  onAct = nothing,
  onLink = nothing,
  branding = false,
  draft = false,
  motion = 'none',
  page,
  pageRef,
  renderItems,
  renderFooter,
}: ScreenContentProps) {
  const [overlays, setOverlays] = useState<HTMLElement | null>(null);
  // A picture that nobody presses, scrolls or edits.
  const still = !interactive && renderItems === undefined;
  const [keys, askKeys] = useKeys(interactive);
  const scroller = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(false);
  const language = phoneLanguage(dir === 'rtl');
  const locale = formatOf(language);
  const t = usePhoneWords(language);

  const phone = useMemo(() => {
    const look: PhoneLook = { platform, dir, locale, interactive };
    return { look, t, act: onAct, askKeys, overlays, openLink: onLink };
  }, [platform, dir, locale, interactive, t, onAct, askKeys, overlays, onLink]);

  // A field that the keyboard would cover stays in sight.
  useEffect(() => {
    const field = scroller.current?.querySelector(':focus');
    if (keys !== null) field?.scrollIntoView?.({ block: 'nearest' });
  }, [keys]);

  return (
    <PhoneProvider value={phone}>
      <div
        className="ph"
        dir={dir}
        lang={locale}
        data-platform={platform}
        data-phone-theme={theme}
        data-scrolled={scrolled || undefined}
        data-still={still || undefined}
      >
        <div className="ph-bar">
          <button
            type="button"
            className="ph-icon-button"
            aria-label={t(view.back ? 'phone.back' : 'phone.close')}
            disabled={!interactive}
            onClick={() => onAct({ type: 'back' })}
          >
            <Glyph name={view.back ? (platform === 'ios' ? 'chevronBack' : 'back') : 'close'} size={22} />
          </button>
          <h2 className="ph-bar-title" dir="auto">
            {view.title}
          </h2>
          <span className="ph-icon-button" aria-hidden="true">
            <Dots />
          </span>
        </div>
        {view.progress !== null && (
          <div
            className="ph-progress"
            role="progressbar"
            aria-label={t('phone.progress')}
            aria-valuenow={view.progress}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <span style={{ inlineSize: `${view.progress}%` }} />
          </div>
        )}
        <div className="ph-bar-line" />
        {draft && (
          <div className="ph-banner">
            <Glyph name="alert" size={16} />
            {t('phone.draft')}
          </div>
        )}
        <div className="ph-stage">
          <div
            {...page}
            ref={pageRef}
            className="ph-page"
            key={view.key}
            data-motion={motion === 'none' ? undefined : motion}
          >
            <div
              ref={scroller}
              className="ph-scroll"
              onScroll={(event) => setScrolled(event.currentTarget.scrollTop > 0)}
            >
              {renderItems?.(view.items) ??
                view.items.map((item) => <PlainItem key={item.pointer} item={item} />)}
            </div>
            <FooterBar view={view} branding={branding} onAct={onAct} wrap={renderFooter} />
          </div>
          {view.loading && (
            <div className="ph-loader" role="status" aria-label={t('phone.loading')}>
              <span />
            </div>
          )}
          {view.notice !== null && (
            <div className="ph-snack" role="status" dir="auto">
              {view.notice}
            </div>
          )}
        </div>
        {keys !== null && <Keys kind={keys} rtl={dir === 'rtl'} />}
        <div ref={setOverlays} className="ph-overlays" />
      </div>
    </PhoneProvider>
  );
}

function PlainItem({ item }: { item: Item }) {
  return (
    <div className="ph-part" data-gap={item.gap} data-divider={item.divider || undefined}>
      <Part kind={item.kind} pointer={item.pointer} />
    </div>
  );
}

function FooterBar({
  view,
  branding,
  onAct,
  wrap,
}: {
  view: ScreenView;
  branding: boolean;
  onAct: (act: PreviewAct) => void;
  wrap?: (footer: ReactNode) => ReactNode;
}) {
  const { t } = usePhone();
  const { footer } = view;
  if (footer === null && !branding) return null;
  const captions = [
    ['left', footer?.leftCaption],
    ['center', footer?.centerCaption],
    ['right', footer?.rightCaption],
  ].filter(([, words]) => typeof words === 'string');
  const button = footer !== null && (
    <>
      {captions.length > 0 && (
        <div className="ph-captions">
          {captions.map(([at, words]) => (
            <bdi key={at} data-at={at}>
              {words}
            </bdi>
          ))}
        </div>
      )}
      <button
        type="button"
        className="ph-footer-button"
        // A press on a button that does not react yet tells what is missing.
        aria-disabled={!footer.enabled || undefined}
        onClick={() => onAct({ type: 'press', pointer: footer.pointer, item: null })}
      >
        <bdi>{footer.label}</bdi>
      </button>
    </>
  );
  return (
    <div className="ph-footer">
      {footer !== null && wrap !== undefined ? wrap(button) : button}
      {branding && (
        <div className="ph-branding">
          <span className="ph-branding-logo" />
          <span className="ph-branding-words">{t('phone.branding', { business: t('phone.business') })}</span>
        </div>
      )}
    </div>
  );
}
