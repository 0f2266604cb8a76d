import { useState } from 'react';
import type { FormAnswer } from '@/host';
import { t } from '@/i18n';
import { Button, Icon } from '@/kit';
import styles from './results.module.css';

function words(answer: FormAnswer): string {
  const { value } = answer;
  switch (value.type) {
    case 'masked':
      return t('phone.masked');
    case 'ticked':
      return t(value.on ? 'phone.yes' : 'phone.no');
    case 'text':
      return value.lines.length === 0 ? t('phone.noAnswer') : value.lines.join('\n');
  }
}

/** JSON text with line breaks, as people read it. */
function readable(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

/** A text that shows on demand and can be copied. */
export function ExactText({ label, text }: { label: string; text: string }) {
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.exact}>
      <div className={styles.buttons}>
        <Button
          size="small"
          variant="quiet"
          icon="source"
          onPress={() => setOpen(!open)}
          aria-expanded={open}
        >
          {t(open ? 'phone.hideExact' : 'phone.showExact')}
        </Button>
        {open && (
          <Button
            size="small"
            variant="quiet"
            icon={copied ? 'tick' : 'copy'}
            onPress={() => {
              void navigator.clipboard.writeText(text).then(() => setCopied(true));
            }}
          >
            {t(copied ? 'phone.copied' : 'phone.copy')}
          </Button>
        )}
      </div>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
        <section className={styles.json} aria-label={label} tabIndex={0}>
          <pre className="selectable" dir="ltr">
            {readable(text)}
          </pre>
        </section>
      )}
    </div>
  );
}

/** What the business gets once the form is sent. */
export function Answers({
  summary,
  payload,
  onRestart,
}: {
  summary: FormAnswer[];
  payload: string;
  onRestart(): void;
}) {
  return (
    <section className={styles.panel} aria-label={t('phone.received')}>
      <h3 className={styles.title}>
        <Icon name="ok" className={styles.ok} />
        {t('phone.received')}
      </h3>
      {summary.length === 0 ? (
        <p className={styles.note}>{t('phone.receivedNothing')}</p>
      ) : (
        <dl className={styles.list}>
          {summary.map((answer, place) => (
            <div key={`${place}-${answer.label}`}>
              <dt dir="auto">{answer.label}</dt>
              <dd dir="auto">{words(answer)}</dd>
            </div>
          ))}
        </dl>
      )}
      <ExactText label={t('phone.exactAnswer')} text={payload} />
      <Button icon="refresh" onPress={onRestart}>
        {t('phone.again')}
      </Button>
    </section>
  );
}
