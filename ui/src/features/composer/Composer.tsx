import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessage } from '@/document';
import { type ComposerFacts, host, type WireError } from '@/host';
import { t } from '@/i18n';
import { Icon } from '@/kit';
import { Advice, Findings } from './Advice';
import styles from './composer.module.css';
import { type Known, KnownProvider, knownOf } from './known';
import { MessageForm } from './MessageForm';
import { TemplateForm } from './TemplateForm';
import { OwnDetail, Samples } from './variables';

let facts: Promise<ComposerFacts | WireError> | null = null;

/** Asked for once. */
async function loadFacts(): Promise<ComposerFacts | WireError> {
  facts ??= host.factsMessages().then((answer) => (answer.ok ? answer.data : answer.error));
  return facts;
}

/** Where one writes a template or a message, with what Meta will say to it beside. */
export function Composer({ phone }: { phone: ReactNode }) {
  const [known, setKnown] = useState<Known | null>(null);
  const kind = useMessage((state) => state.message.kind);
  const readable = useMessage((state) => state.message.readable);
  const refused = useMessage((state) => state.refused);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void loadFacts().then((loaded) => {
      if ('parts' in loaded) setKnown(knownOf(loaded));
    });
  }, []);
  if (known === null) return null;
  return (
    <KnownProvider value={known}>
      <div className={styles.composer}>
        <main className={styles.middle} aria-label={t('composer.title')} data-region="composer" tabIndex={-1}>
          <div className={styles.form} ref={form}>
            {refused !== null && (
              <p className={styles.refused} role="alert">
                <Icon name="blocked" size={14} />
                {refused.sentence}
              </p>
            )}
            {!readable && (
              <p className={styles.refused}>
                <Icon name="risky" size={14} />
                {t('composer.unreadable')}
              </p>
            )}
            {kind === 'template' ? <TemplateForm /> : <MessageForm />}
          </div>
          <aside className={styles.side} aria-label={t('composer.said')} data-region="advice" tabIndex={-1}>
            {kind === 'template' && <Advice />}
            <Findings />
            <Samples />
          </aside>
          <OwnDetail />
        </main>
        <section className={styles.phone} aria-label={t('composer.phone')} data-region="phone" tabIndex={-1}>
          {phone}
        </section>
      </div>
    </KnownProvider>
  );
}
