import { useCallback, useState } from 'react';
import type { Account, Plan, PlanKind, PlanRow } from '@/host';
import { date, t } from '@/i18n';
import { Button, EmptyState, Icon } from '@/kit';
import { Differences } from './Differences';
import { Links } from './Links';
import { hasMore, PlanCounts, PlanRows } from './PlanRows';
import styles from './publish.module.css';
import { ReportRows } from './ReportRows';
import { type Run, usePublishRun } from './run';
import { SidePanel } from './SidePanel';

export interface PublishProps {
  /** Ids of what is published; give a stable array. */
  documents: readonly string[];
  accounts: readonly Account[];
  /** Id of the account they go to. */
  account: string;
  onAccount(account: string): void;
  onConnect(): void;
  /** The account's token has to be given again. */
  onToken(account: Account): void;
  /** Opens a Flow or a template where it is written, at a place of it. */
  onShow(shown: { document: string; kind: PlanKind }, pointer: string | null): void;
  onClose(): void;
  /** What leads back to where it was opened. */
  backLabel: string;
  /** What else there is, and whether it goes along. */
  others: readonly Other[];
  /** The journey that is published as a whole; none for Flows and templates alone. */
  journey: JourneyPublish | null;
}

export interface JourneyPublish {
  id: string;
  /** Where most customers live, ISO: prices differ from country to country. */
  country: string;
  onCountry(country: string): void;
  /** Opens the tests of a journey. */
  onTests(journey: string): void;
}

export interface Other {
  id: string;
  label: string;
  included: boolean;
  onInclude(on: boolean): void;
}

/** Rows that are not ticked, and so not done. */
export interface Left {
  has(row: PlanRow): boolean;
  toggle(row: PlanRow): void;
}

/** Whether a row changes something when it is done. */
export function isChange(row: PlanRow): boolean {
  return ['create', 'change', 'replace', 'remove'].includes(row.action);
}

/** The journey that cannot be published, and with it nothing of the plan. */
export function stopped(plan: Plan): PlanRow | undefined {
  return plan.rows.find((row) => row.kind === 'journey' && row.action === 'blocked');
}

/** Rows that change something and are ticked. */
export function changes(plan: Plan, left: Left): PlanRow[] {
  return plan.rows.filter((row) => isChange(row) && !left.has(row));
}

/** What is left out of the plan. */
export function leave(plan: Plan, left: Left): string[] {
  return plan.rows.filter((row) => isChange(row) && left.has(row)).map((row) => row.document);
}

/** All is ticked at first but what takes something away: a code that is gone may hang on a wall somewhere. */
function useLeft(): Left {
  const [pressed, setPressed] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(({ document }: PlanRow) => {
    setPressed((before) => {
      const next = new Set(before);
      if (!next.delete(document)) next.add(document);
      return next;
    });
  }, []);
  return { has: (row) => (row.action === 'remove') !== pressed.has(row.document), toggle };
}

export function Publish(props: PublishProps) {
  const run = usePublishRun(props.documents, props.account);
  const left = useLeft();
  const account = props.accounts.find((known) => known.id === props.account);
  return (
    <div className={styles.view}>
      <div className={styles.plan}>
        <Main {...props} run={run} left={left} accountName={account?.name ?? ''} />
      </div>
      <SidePanel {...props} run={run} left={left} />
    </div>
  );
}

function Main(props: PublishProps & { run: Run; left: Left; accountName: string }) {
  const { stage } = props.run;
  switch (stage.at) {
    case 'planning':
      return <Waiting words={t('publish.planning', { account: props.accountName })} />;
    case 'failed':
      return <Stopped {...props} />;
    case 'done':
      return (
        <>
          <ReportRows
            report={stage.report}
            onShow={props.onShow}
            onGoOn={() => props.run.apply(stage.plan, leave(stage.plan, props.left), [])}
            onReplace={(flow) => props.run.apply(stage.plan, leave(stage.plan, props.left), [flow])}
            backLabel={props.backLabel}
            onClose={props.onClose}
          />
          {props.journey !== null && stage.report.complete && (
            <p className={styles.note}>
              <Icon name="info" />
              {t('publish.journeyKept', { account: props.accountName })}
            </p>
          )}
          {props.journey !== null && <Links journey={props.journey.id} account={props.account} />}
        </>
      );
    default:
      return <PlanView {...props} plan={stage.plan} accountName={props.accountName} />;
  }
}

function PlanView({
  plan,
  run,
  left,
  accountName,
  onShow,
  journey,
}: PublishProps & { plan: Plan; run: Run; left: Left; accountName: string }) {
  const first = stopped(plan) ?? plan.rows.find(hasMore);
  const since = plan.rows.find((row) => row.document === journey?.id)?.liveSince ?? null;
  const [open, setOpen] = useState<string | null>(first?.document ?? null);
  const shown = plan.rows.find((row) => row.document === open);
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>
            {t(stopped(plan) === undefined ? 'publish.title' : 'publish.stoppedTitle')}
          </h1>
          <p className={styles.lead}>
            {since === null
              ? t('publish.lead', { account: accountName })
              : t('publish.leadSince', { account: accountName, day: date(Number(since)) })}
          </p>
        </div>
        <PlanCounts plan={plan} />
      </header>
      <PlanRows
        plan={plan}
        open={open}
        onOpen={setOpen}
        left={left}
        progress={run.stage.at === 'applying' ? run.stage : null}
      />
      {shown !== undefined && hasMore(shown) && (
        <Differences row={shown} onShow={onShow} onTests={(id) => journey?.onTests(id)} />
      )}
    </>
  );
}

/** Over 300 ms: shapes of the rows, still; what is being waited for is always said. */
function Waiting({ words }: { words: string }) {
  return (
    <div role="status" className={styles.waiting}>
      <p className={styles.lead}>{words}</p>
      <div className={styles.shape} />
      <div className={styles.shape} />
      <div className={styles.shape} />
    </div>
  );
}

function Stopped(props: PublishProps & { run: Run; left: Left }) {
  const { stage, plan, apply } = props.run;
  if (stage.at !== 'failed') return null;
  const { error } = stage;
  const account = props.accounts.find((known) => known.id === props.account);
  const began = stage.plan;
  return (
    <EmptyState
      drawing={<Icon name={error.code === 'token_needed' ? 'key' : 'warning'} size={32} />}
      title={error.sentence}
      action={
        <div className={styles.acts}>
          {error.code === 'token_needed' && account !== undefined && (
            <Button variant="primary" onPress={() => props.onToken(account)}>
              {t('publish.giveToken')}
            </Button>
          )}
          <Button
            icon="refresh"
            onPress={() => (began === null ? plan() : apply(began, leave(began, props.left), []))}
          >
            {began === null ? t('publish.tryAgain') : t('publish.goOn')}
          </Button>
          {account?.practice !== true && (
            <Button icon="practice" onPress={() => props.onAccount('practice')}>
              {t('publish.toPractice')}
            </Button>
          )}
        </div>
      }
    >
      {error.meta === null ? undefined : t('publish.metaSaid', { words: error.meta.message })}
    </EmptyState>
  );
}
