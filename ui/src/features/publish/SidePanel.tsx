import { useState } from 'react';
import type { Account, Plan } from '@/host';
import { t } from '@/i18n';
import { announce, Button, Checkbox, Icon, type IconName, KEEP_CLEAR, Select } from '@/kit';
import { Cost } from './Cost';
import { failing } from './PlanRows';
import { changes, type Left, leave, type PublishProps, stopped } from './Publish';
import type { Run } from './run';
import styles from './side.module.css';

type SideProps = PublishProps & { run: Run; left: Left };

/** Where it goes, what was checked, and the one button that does it. */
export function SidePanel(props: SideProps) {
  const [unfolded, setUnfolded] = useState(false);
  const { stage } = props.run;
  const account = props.accounts.find((known) => known.id === props.account);
  const plan = stage.at === 'planning' || stage.at === 'failed' ? null : stage.plan;
  // What comes by itself comes from the top down: no field of the costs moves when the checks above are there.
  const [hasCosts, setHasCosts] = useState(false);
  if (!hasCosts && stage.at !== 'planning') setHasCosts(true);
  return (
    <aside
      className={styles.side}
      aria-label={t('publish.side')}
      data-region="side"
      data-open={unfolded || undefined}
    >
      <Button
        className={styles.fold}
        variant="quiet"
        icon={unfolded ? 'chevronDown' : 'chevronUp'}
        aria-expanded={unfolded}
        onPress={() => setUnfolded((before) => !before)}
      >
        {t('publish.details')}
      </Button>
      <div className={styles.details}>
        <AccountChoice {...props} account={account} />
        {plan !== null && stage.at !== 'done' && <Checked plan={plan} account={account} />}
        {props.journey !== null && hasCosts && <Cost journey={props.journey} />}
      </div>
      {stage.at !== 'done' && (
        <Confirm {...props} plan={plan} account={account} onBegin={() => setUnfolded(false)} />
      )}
    </aside>
  );
}

function AccountChoice({
  accounts,
  account,
  onAccount,
  onConnect,
  onToken,
  others,
  run,
}: Omit<SideProps, 'account'> & { account: Account | undefined }) {
  const busy = run.stage.at === 'applying';
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('publish.where')}</h2>
      <div className={styles.full}>
        <Select
          label={t('publish.account')}
          labelHidden
          value={account?.id ?? null}
          onChange={onAccount}
          isDisabled={busy}
          choices={accounts.map((known) => ({
            id: known.id,
            label: known.practice ? t('publish.practice') : known.name,
            help: known.practice ? t('publish.practiceHelp') : (known.displayPhoneNumber ?? known.wabaId),
          }))}
        />
      </div>
      {account !== undefined && (
        <p className={styles.hint}>
          {account.practice ? (
            t('publish.practiceHint')
          ) : (
            <bdi>{account.displayPhoneNumber ?? account.wabaId}</bdi>
          )}
        </p>
      )}
      {account !== undefined && !account.practice && !account.hasToken && (
        <p className={styles.notice}>
          <Icon name="key" size={14} />
          <span>{t('publish.tokenMissing')}</span>
          <Button size="row" onPress={() => onToken(account)}>
            {t('publish.giveToken')}
          </Button>
        </p>
      )}
      <Button icon="add" size="small" onPress={onConnect} isDisabled={busy}>
        {t('publish.connect')}
      </Button>
      {others.map((other) => (
        <Checkbox key={other.id} isSelected={other.included} onChange={other.onInclude} isDisabled={busy}>
          {other.label}
        </Checkbox>
      ))}
    </section>
  );
}

function Checked({ plan, account }: { plan: Plan; account: Account | undefined }) {
  const blocked = plan.rows.filter((row) => row.action === 'blocked');
  const lines: Checks[] = [
    { icon: 'ok', tone: styles.ok, words: t('publish.answered', { account: account?.name ?? '' }) },
    blocked.length === 0
      ? { icon: 'ok', tone: styles.ok, words: t('publish.allPass', { count: plan.rows.length }) }
      : { icon: 'blocked', tone: styles.blocked, words: t('publish.somePass', { count: blocked.length }) },
  ];
  if (plan.rows.some((row) => row.action === 'replace')) {
    lines.push({ icon: 'risky', tone: styles.risky, words: t('publish.replaceNote') });
  }
  lines.push(...journeyLines(plan));
  const waits = plan.rows.filter((row) => row.action === 'wait').length;
  if (waits > 0)
    lines.push({ icon: 'wait', tone: styles.risky, words: t('publish.waitNote', { count: waits }) });
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('publish.checked')}</h2>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.words}>
            <Icon name={line.icon} className={line.tone} />
            <span>{line.words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Checks {
  icon: IconName;
  tone: string | undefined;
  words: string;
}

/** What was found of the journeys of a plan. */
function journeyLines(plan: Plan): Checks[] {
  const journeys = plan.rows.filter((row) => row.kind === 'journey');
  if (journeys.length === 0) return [];
  const tests = journeys.flatMap((row) => row.tests).length;
  const failed = journeys.flatMap(failing).length;
  const risky = journeys.flatMap((row) => row.risky).length;
  const isBlocked = journeys.some((row) => row.blocked.length > 0);
  const ok = (words: string): Checks => ({ icon: 'ok', tone: styles.ok, words });
  const lines: Checks[] = [];
  if (!isBlocked) lines.push(ok(t('publish.allowed')));
  if (failed > 0)
    lines.push({ icon: 'blocked', tone: styles.blocked, words: t('publish.testsFail', { failed, tests }) });
  else if (tests > 0) lines.push(ok(t('publish.testsPass', { count: tests })));
  else lines.push({ icon: 'advice', tone: styles.hint, words: t('publish.noTests') });
  if (risky > 0)
    lines.push({ icon: 'risky', tone: styles.risky, words: t('publish.accepts', { count: risky }) });
  return lines;
}

function Confirm({
  run,
  left,
  plan,
  account,
  onAccount,
  onBegin,
}: Omit<SideProps, 'account'> & { plan: Plan | null; account: Account | undefined; onBegin(): void }) {
  const count = plan === null ? 0 : changes(plan, left).length;
  const replace =
    plan === null ? [] : plan.rows.filter((row) => row.action === 'replace').map((row) => row.document);
  const applying = run.stage.at === 'applying';
  return (
    <footer className={styles.confirm} {...KEEP_CLEAR}>
      <p className={styles.promise}>
        <Icon name="promise" />
        {t('publish.promise')}
      </p>
      <Button
        variant="primary"
        size="confirm"
        isDisabled={plan === null || count === 0 || stopped(plan) !== undefined}
        onPress={() => {
          if (plan === null || applying) return;
          announce(t('publish.publishing'));
          onBegin();
          run.apply(plan, leave(plan, left), replace);
        }}
      >
        {applying
          ? t('publish.publishing')
          : plan !== null && stopped(plan) !== undefined
            ? t('publish.stopped')
            : plan !== null && count === 0
              ? t('publish.nothing')
              : t('publish.confirm', { count })}
      </Button>
      {account !== undefined && !account.practice && (
        <Button icon="practice" isDisabled={applying} onPress={() => onAccount('practice')}>
          {t('publish.toPractice')}
        </Button>
      )}
    </footer>
  );
}
