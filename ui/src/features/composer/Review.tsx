import { useCallback, useEffect, useState } from 'react';
import { counts, useMessage, useMessageSession } from '@/document';
import { type Account, host, type Standing, type WireError } from '@/host';
import { isKey, t } from '@/i18n';
import { Alert, Button, Dialog, Icon, type IconName, Select, toast } from '@/kit';
import { ABOUT_CATEGORY } from './Advice';
import styles from './review.module.css';

/** So often the account is asked while it looks at a template, in ms. */
const ASK_MS = 2000;

/** Where the open template stands in an account; asked again while Meta looks at it. */
export function useStanding(account: string | undefined): {
  standing: Standing | null;
  take(standing: Standing): void;
} {
  const session = useMessageSession();
  const revision = useMessage((state) => state.message.revision);
  const [standing, setStanding] = useState<Standing | null>(null);
  const ask = useCallback(async (): Promise<void> => {
    if (account === undefined) return;
    const answer = await host.messageStanding(session.id, account);
    if (answer.ok) setStanding(answer.data);
  }, [session.id, account]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text may no longer be the one that was sent in
  useEffect(() => void ask(), [ask, revision]);
  const waits = standing?.status === 'PENDING' || standing?.status === 'IN_APPEAL';
  useEffect(() => {
    if (!waits) return;
    const timer = window.setInterval(() => void ask(), ASK_MS);
    return () => window.clearInterval(timer);
  }, [waits, ask]);
  const status = standing?.status;
  const [told, setTold] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (told === 'PENDING' && (status === 'APPROVED' || status === 'REJECTED'))
      toast({ words: stateWords(status), icon: status === 'APPROVED' ? 'ok' : 'refused' });
    setTold(status);
  }, [status, told]);
  return { standing, take: setStanding };
}

/** Meta's state in the owner's words; one that is new to us as Meta writes it. */
export function stateWords(status: string): string {
  const key = `composer.state.${status}`;
  return isKey(key) ? t(key) : status;
}

function stateIcon(status: string | undefined): IconName {
  switch (status) {
    case undefined:
      return 'wait';
    case 'APPROVED':
      return 'ok';
    case 'REJECTED':
    case 'DISABLED':
    case 'LIMIT_EXCEEDED':
      return 'refused';
    case 'PAUSED':
      return 'risky';
    default:
      return 'wait';
  }
}

/** The way of a template from words to the customer, and how far it has come. */
export function Steps({ standing }: { standing: Standing | null }) {
  const found = useMessage((state) => state.view?.diagnostics);
  const { blocked } = counts(found ?? []);
  const choice = (found ?? []).some(({ rule }) => ABOUT_CATEGORY.has(rule));
  const status = standing?.status;
  const live = status === 'APPROVED' && standing?.isCurrent === true;
  const steps: { id: string; icon: IconName; tone: string; title: string; second: string }[] = [
    {
      id: 'texts',
      icon: blocked === 0 ? 'ok' : 'blocked',
      tone: blocked === 0 ? 'ok' : 'blocked',
      title: t('composer.step.texts'),
      second: blocked === 0 ? t('composer.step.textsFit') : t('kit.blockedCount', { count: blocked }),
    },
    {
      id: 'category',
      icon: choice ? 'risky' : 'ok',
      tone: choice ? 'risky' : 'ok',
      title: t('composer.category'),
      second: t(choice ? 'composer.step.choiceLeft' : 'composer.step.categoryFits'),
    },
    {
      id: 'review',
      icon: stateIcon(status),
      tone: status === 'APPROVED' ? 'ok' : status === 'REJECTED' ? 'blocked' : 'wait',
      title: t('composer.step.review'),
      second: status === undefined ? t('composer.step.notSent') : stateWords(status),
    },
    {
      id: 'live',
      icon: live ? 'ok' : 'wait',
      tone: live ? 'ok' : 'wait',
      title: t('composer.step.live'),
      second: t(
        live
          ? 'composer.step.mayBeSent'
          : standing !== null && !standing.isCurrent
            ? 'composer.step.changed'
            : 'composer.step.later',
      ),
    },
  ];
  return (
    <ol className={styles.steps} aria-label={t('composer.steps')}>
      {steps.map((step) => (
        <li key={step.id} className={styles[step.tone]}>
          <Icon name={step.icon} size={18} />
          <span>
            <strong>{step.title}</strong>
            <span>{step.second}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Why Meta refused it, and what to do. */
export function Rejected({ standing }: { standing: Standing | null }) {
  if (standing === null || standing.status !== 'REJECTED') return null;
  const key = `composer.rejected.${standing.reason ?? 'NONE'}`;
  return (
    <section className={styles.rejected} aria-label={t('composer.state.REJECTED')}>
      <Icon name="refused" size={18} />
      <div>
        <h3>{t('composer.state.REJECTED')}</h3>
        <p>{isKey(key) ? t(key) : t('composer.rejected.NONE')}</p>
        {standing.said !== null && (
          <p>
            <bdi>{standing.said}</bdi>
          </p>
        )}
        {standing.reason !== null && (
          <p className={styles.code}>
            <bdi dir="ltr">{standing.reason}</bdi>
          </p>
        )}
      </div>
    </section>
  );
}

/** Sends the template in, after saying where it goes. */
export function SubmitDialog({
  accounts,
  account,
  standing,
  isOpen,
  onAccount,
  onClose,
  onSubmitted,
}: {
  accounts: readonly Account[];
  account: string | undefined;
  standing: Standing | null;
  isOpen: boolean;
  onAccount(account: string): void;
  onClose(): void;
  onSubmitted(standing: Standing): void;
}) {
  const session = useMessageSession();
  const found = useMessage((state) => state.view?.diagnostics);
  const { blocked } = counts(found ?? []);
  const waits = standing?.status === 'PENDING';
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const submit = async (): Promise<void> => {
    if (account === undefined) return;
    setBusy(true);
    setError(null);
    const answer = await host.messageSubmit(session.id, account);
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    onSubmitted(answer.data);
    onClose();
  };
  return (
    <Dialog title={t('composer.submitTitle')} isOpen={isOpen} onClose={onClose}>
      <div className={styles.submit}>
        <Select
          label={t('composer.account')}
          value={account ?? null}
          placeholder={t('composer.choose')}
          choices={accounts.map(({ id, name, practice }) => ({
            id,
            label: practice ? t('publish.practice') : name,
          }))}
          onChange={onAccount}
        />
        <p>
          {t(
            waits
              ? 'composer.submitWaits'
              : standing === null
                ? 'composer.submitNew'
                : 'composer.submitChange',
          )}
        </p>
        {blocked > 0 && <Alert>{t('composer.submitBlocked', { count: blocked })}</Alert>}
        {error !== null && <Alert>{error.sentence}</Alert>}
        <Button
          variant="primary"
          size="confirm"
          isDisabled={busy || waits || blocked > 0 || account === undefined}
          onPress={() => void submit()}
        >
          {t(busy ? 'composer.submitting' : 'composer.submit')}
        </Button>
      </div>
    </Dialog>
  );
}
