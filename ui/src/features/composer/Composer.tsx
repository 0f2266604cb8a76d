import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { contains, useMessage } from '@/document';
import { type ComposerFacts, host, type WireError } from '@/host';
import { t } from '@/i18n';
import { Icon } from '@/kit';
import { Advice, Country, Findings } from './Advice';
import styles from './composer.module.css';
import { type Known, KnownProvider, knownOf } from './known';
import { MessageForm } from './MessageForm';
import { Source } from './Source';
import { TemplateForm } from './TemplateForm';
import { OwnDetail } from './variables';

/** Takes the eye and the focus to the field of a place that somebody asked for. */
function useReveal(form: RefObject<HTMLElement | null>): void {
  const reveal = useMessage((state) => state.reveal);
  useEffect(() => {
    if (reveal === null) return;
    const fields = [...(form.current?.querySelectorAll<HTMLElement>('[data-at]') ?? [])];
    const at = (field: HTMLElement): string => field.dataset.at ?? '';
    const around = fields.filter((field) => contains(at(field), reveal.pointer));
    const inside = fields.filter((field) => contains(reveal.pointer, at(field)));
    const field = around.sort((a, b) => at(b).length - at(a).length)[0] ?? inside[0];
    field?.scrollIntoView({ block: 'nearest' });
    if (field?.contains(document.activeElement) === true) return;
    field?.querySelector<HTMLElement>('input, textarea, [role="textbox"], button')?.focus();
  }, [reveal, form]);
}

let facts: Promise<ComposerFacts | WireError> | null = null;

/** Asked for once. */
async function loadFacts(): Promise<ComposerFacts | WireError> {
  facts ??= host.factsMessages().then((answer) => (answer.ok ? answer.data : answer.error));
  return facts;
}

/** Where one writes a template or a message, with what Meta will say to it beside. */
export function Composer({
  phone,
  languages,
  foot,
  asSource = false,
  country,
  onCountry,
}: {
  /** Where prices are told for. */
  country: string;
  onCountry(country: string): void;
  phone: ReactNode;
  /** The languages it has. */
  languages?: ReactNode;
  /** What Meta has said to it and how far it has come. Below the fields: it comes by itself, and none of them moves. */
  foot?: ReactNode;
  /** Shows the text of the payload in place of its fields. */
  asSource?: boolean;
}) {
  const [known, setKnown] = useState<Known | null>(null);
  const kind = useMessage((state) => state.message.kind);
  const readable = useMessage((state) => state.message.readable);
  const refused = useMessage((state) => state.refused);
  const form = useRef<HTMLDivElement>(null);
  useReveal(form);
  useEffect(() => {
    void loadFacts().then((loaded) => {
      if ('parts' in loaded) setKnown(knownOf(loaded));
    });
  }, []);
  if (known === null) return null;
  return (
    <KnownProvider value={known}>
      <div className={styles.composer}>
        <div className={styles.work}>
          <main
            className={`${styles.middle} ${asSource ? styles.asSource : ''}`}
            aria-label={t('composer.title')}
            data-region="composer"
            tabIndex={-1}
          >
            <div className={styles.form} ref={form}>
              {refused !== null && (
                <p className={styles.refused} role="alert">
                  <Icon name="blocked" size={14} />
                  {refused.sentence}
                </p>
              )}
              {!readable && !asSource && (
                <p className={styles.refused}>
                  <Icon name="risky" size={14} />
                  {t('composer.unreadable')}
                </p>
              )}
              {asSource ? (
                <Source />
              ) : kind === 'template' ? (
                <TemplateForm languages={languages} />
              ) : (
                <MessageForm />
              )}
            </div>
            {/* Its field comes first: what is said comes and goes with every letter. */}
            <aside className={styles.side} aria-label={t('composer.said')} data-region="advice" tabIndex={-1}>
              {kind === 'template' && (
                <>
                  <Country country={country} onCountry={onCountry} />
                  <Advice />
                </>
              )}
              <Findings />
            </aside>
            {!asSource && <OwnDetail />}
          </main>
          {foot}
        </div>
        <section className={styles.phone} aria-label={t('composer.phone')} data-region="phone" tabIndex={-1}>
          {phone}
        </section>
      </div>
    </KnownProvider>
  );
}
