import { useEffect, useRef, useState } from 'react';
import { useMessageSession } from '@/document';
import { type Account, host, type SampleValue, type Trial, type WireError } from '@/host';
import { t } from '@/i18n';
import { Alert, Button, Dialog, Select, usePanel } from '@/kit';
import { ChatPhone } from '@/phone-view';
import { fileName, usePictures } from '../pictures';
import { Blanks } from './Blanks';
import { Progress } from './Progress';
import { Receiver } from './Receiver';
import { ExactRequest } from './Request';
import styles from './trial.module.css';

/** Sends what is here to one phone, after showing what arrives, and follows it until it is read. */
export function TrialDialog({
  accounts,
  account,
  isOpen,
  onAccount,
  onClose,
}: {
  accounts: readonly Account[];
  account: string | undefined;
  isOpen: boolean;
  onAccount(account: string): void;
  onClose(): void;
}) {
  return (
    <Dialog title={t('trial.title')} isOpen={isOpen} onClose={onClose} size="wide">
      {account !== undefined && (
        <Trying key={account} accounts={accounts} account={account} onAccount={onAccount} />
      )}
    </Dialog>
  );
}

function Trying({
  accounts,
  account,
  onAccount,
}: {
  accounts: readonly Account[];
  account: string;
  onAccount(account: string): void;
}) {
  const session = useMessageSession();
  const [to, setTo] = useState('');
  const [values, setValues] = useState<readonly SampleValue[]>([]);
  const { trial, error, again } = useTrial(account, to, values);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<WireError | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  const picture = usePictures();
  const [ios] = usePanel('phone.ios', 0);
  const [dark] = usePanel('phone.dark', 0);
  const send = async (): Promise<void> => {
    setBusy(true);
    setRefused(null);
    setSent(null);
    const answer = await host.trialSend(session.id, account, trial?.to ?? to, [...values]);
    setBusy(false);
    if (answer.ok) setSent(answer.data);
    else setRefused(answer.error);
    await again();
  };
  const fill = (value: SampleValue) => {
    const others = values.filter(({ at, name }) => at !== value.at || name !== value.name);
    setValues([...others, value]);
  };
  return (
    <div className={styles.trial}>
      <div className={styles.form}>
        <Select
          label={t('trial.from')}
          value={account}
          choices={accounts.map(({ id, name, practice }) => ({
            id,
            label: practice ? t('publish.practice') : name,
          }))}
          onChange={onAccount}
        />
        {trial !== null && <Receiver trial={trial} typed={to} onType={setTo} onChanged={again} />}
        {trial !== null && <Blanks blanks={trial.blanks} values={values} onFill={fill} />}
        {error !== null && <Alert>{error.sentence}</Alert>}
        {trial !== null && <Problems trial={trial} />}
        {refused !== null && <Alert>{refused.sentence}</Alert>}
        <Button
          variant="primary"
          size="confirm"
          icon="publish"
          isDisabled={busy || trial === null || trial.problems.length > 0}
          onPress={() => void send()}
        >
          {t(busy ? 'trial.sending' : 'trial.send')}
        </Button>
        {sent !== null && <Progress key={sent} account={account} id={sent} />}
        {trial !== null && <ExactRequest trial={trial} />}
      </div>
      <div className={styles.phone}>
        {trial !== null && (
          <ChatPhone
            view={trial.chat}
            theme={dark === 1 ? 'dark' : 'light'}
            platform={ios === 1 ? 'ios' : 'android'}
            sender={{ name: t('composer.yourBusiness') }}
            picture={(reference) => picture(fileName(reference.value))}
          />
        )}
      </div>
    </div>
  );
}

/** What would be sent, asked again whenever something changes; an answer that was overtaken is dropped. */
function useTrial(
  account: string,
  to: string,
  values: readonly SampleValue[],
): { trial: Trial | null; error: WireError | null; again(): Promise<void> } {
  const session = useMessageSession();
  const [trial, setTrial] = useState<Trial | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const asked = useRef(0);
  const again = async (): Promise<void> => {
    asked.current += 1;
    const own = asked.current;
    const answer = await host.trialPrepare(session.id, account, to, [...values]);
    if (own !== asked.current) return;
    if (answer.ok) setTrial(answer.data);
    setError(answer.ok ? null : answer.error);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is made of these
  useEffect(() => void again(), [account, to, values]);
  return { trial, error, again };
}

/** What is in the way, each in a sentence. */
function Problems({ trial }: { trial: Trial }) {
  if (trial.problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {trial.problems.map((problem) => (
        <li key={problem.problem === 'refused' ? problem.words : problem.problem}>
          {problem.problem === 'refused' ? problem.words : t(`trial.problem.${problem.problem}`)}
        </li>
      ))}
    </ul>
  );
}
