import { useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { FixButton } from '@/fixes';
import { type Diagnostic, type Fix, host, type RuleText } from '@/host';
import { t } from '@/i18n';
import { Button, Icon, Popover, SeverityTag } from '@/kit';
import styles from './problems.module.css';

/** Fixes that show at once; the popover of a problem holds no more. */
const MOST_FIXES = 3;

/** A problem in full: why it matters, every way to mend it, and Meta's own words for it. */
export function MetaWords({ problem, onFix }: { problem: Diagnostic; onFix(fix: Fix): void }) {
  return (
    <Popover
      label={problem.headline}
      placement="top end"
      trigger={<PlainButton className={styles.words}>{t('problems.metaWords')}</PlainButton>}
    >
      {(close) => (
        <div className={styles.box}>
          <SeverityTag severity={problem.severity} />
          <p className={styles.sentence}>{problem.headline}</p>
          <p className={styles.why}>{problem.why}</p>
          {problem.fixes.slice(0, MOST_FIXES).map((fix, place) => (
            <FixButton
              key={fix.title}
              fix={fix}
              variant={place === 0 ? 'primary' : 'plain'}
              onFix={() => {
                close();
                onFix(fix);
              }}
            />
          ))}
          <Words problem={problem} />
          <Explanation rule={problem.rule} />
        </div>
      )}
    </Popover>
  );
}

/** Code, place and message exactly as Meta has them. */
function Words({ problem }: { problem: Diagnostic }) {
  const [copied, setCopied] = useState(false);
  const { path, lines } = problem.place;
  const facts = [
    { name: t('problems.code'), value: problem.meta_code },
    { name: t('problems.path'), value: path },
    { name: t('problems.message'), value: problem.message === '' ? null : problem.message },
    { name: t('problems.line'), value: `${lines.line_start}:${lines.column_start}` },
  ].filter((fact) => fact.value !== null);
  const text = facts.map((fact) => `${fact.name}: ${fact.value}`).join('\n');
  return (
    <section className={styles.meta} aria-label={t('problems.metaWords')}>
      <div className={styles.metaHead}>
        <h3>{t('problems.metaWords')}</h3>
        <Button
          size="row"
          variant="quiet"
          icon={copied ? 'tick' : 'copy'}
          onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {t(copied ? 'problems.copied' : 'problems.copy')}
        </Button>
      </div>
      {problem.meta_code === null && problem.message === '' && (
        <p className={styles.why}>{t('problems.onlyOurs')}</p>
      )}
      <dl className="selectable">
        {facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd dir="ltr">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the rule looks for, with an example: the same text the command line prints. */
function Explanation({ rule }: { rule: string }) {
  const [text, setText] = useState<RuleText | string | null>(null);
  if (text === null) {
    return (
      <Button
        size="small"
        variant="quiet"
        icon="help"
        onPress={() => {
          void host
            .ruleExplain(rule)
            .then((answer) => setText(answer.ok ? answer.data : answer.error.sentence));
        }}
      >
        {t('problems.explain')}
      </Button>
    );
  }
  if (typeof text === 'string') {
    return (
      <p className={styles.why}>
        <Icon name="warning" size={12} /> {text}
      </p>
    );
  }
  return (
    <section className={styles.meta} aria-label={t('problems.explain')}>
      <h3>{t('problems.rule', { rule: text.id })}</h3>
      <p>{text.what}</p>
      <p>{text.why}</p>
      <p>{text.fix}</p>
      {text.example !== '' && (
        <pre className={`${styles.example} selectable`} dir="ltr">
          {text.example}
        </pre>
      )}
    </section>
  );
}
