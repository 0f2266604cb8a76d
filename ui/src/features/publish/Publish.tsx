import { useState } from 'react';
import type { Account, Plan, PlanRow } from '@/host';
import { t } from '@/i18n';
import { Button, EmptyState, Icon } from '@/kit';
import { Differences } from './Differences';
import { PlanCounts, PlanRows } from './PlanRows';
import styles from './publish.module.css';
import { ReportRows } from './ReportRows';
import { type Run, usePublishRun } from './run';
import { SidePanel } from './SidePanel';

export interface PublishProps {
  /** Ids of the Flows; give a stable array. */
  flows: readonly string[];
  accounts: readonly Account[];
  /** Id of the account they go to. */
  account: string;
  onAccount(account: string): void;
  onConnect(): void;
  /** The account's token has to be given again. */
  onToken(account: Account): void;
  /** Opens a Flow in the editor, at a place of it. */
  onShow(flow: string, pointer: string | null): void;
  onClose(): void;
  /** How many other Flows the project has, and whether they go along. */
  others: { count: number; included: boolean; onInclude(on: boolean): void };
}

/** Rows that change something. */
export function changes(plan: Plan): PlanRow[] {
  return plan.rows.filter((row) => row.action !== 'skip' && row.action !== 'blocked');
}

export function Publish(props: PublishProps) {
  const run = usePublishRun(props.flows, props.account);
  const account = props.accounts.find((known) => known.id === props.account);
  return (
    <div className={styles.view}>
      <div className={styles.plan}>
        <Main {...props} run={run} accountName={account?.name ?? ''} />
      </div>
      <SidePanel {...props} run={run} />
    </div>
  );
}

function Main(props: PublishProps & { run: Run; accountName: string }) {
  const { stage } = props.run;
  switch (stage.at) {
    case 'planning':
      return <Waiting words={t('publish.planning', { account: props.accountName })} />;
    case 'failed':
      return <Stopped {...props} />;
    case 'done':
      return (
        <ReportRows
          report={stage.report}
          onShow={props.onShow}
          onGoOn={() => props.run.apply(stage.plan, [])}
          onReplace={(flow) => props.run.apply(stage.plan, [flow])}
          onClose={props.onClose}
        />
      );
    default:
      return <PlanView {...props} plan={stage.plan} accountName={props.accountName} />;
  }
}

function PlanView({
  plan,
  run,
  accountName,
  onShow,
}: PublishProps & { plan: Plan; run: Run; accountName: string }) {
  const first = plan.rows.find((row) => row.differences.length > 0 || row.blocked.length > 0);
  const [open, setOpen] = useState<string | null>(first?.flow ?? null);
  const shown = plan.rows.find((row) => row.flow === open);
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{t('publish.title')}</h1>
          <p className={styles.lead}>{t('publish.lead', { account: accountName })}</p>
        </div>
        <PlanCounts plan={plan} />
      </header>
      <PlanRows
        plan={plan}
        open={open}
        onOpen={setOpen}
        progress={run.stage.at === 'applying' ? run.stage : null}
      />
      {shown !== undefined && <Differences row={shown} onShow={onShow} />}
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

function Stopped(props: PublishProps & { run: Run }) {
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
          <Button icon="refresh" onPress={() => (began === null ? plan() : apply(began, []))}>
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
