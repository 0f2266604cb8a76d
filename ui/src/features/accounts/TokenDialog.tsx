import { useState } from 'react';
import { type Account, host } from '@/host';
import { t } from '@/i18n';
import { Button, Dialog, Icon, TextField } from '@/kit';
import styles from './accounts.module.css';
import { cleanToken } from './ids';

/** Asks for an account's token again. */
export function TokenDialog({
  account,
  onClose,
  onGiven,
}: {
  /** Null is closed. */
  account: Account | null;
  onClose(): void;
  onGiven(account: Account): void;
}) {
  return (
    <Dialog
      title={t('accounts.tokenTitle', { name: account?.name ?? '' })}
      isOpen={account !== null}
      onClose={onClose}
    >
      {account !== null && (
        <Form
          account={account}
          onGiven={(given) => {
            onGiven(given);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

function Form({ account, onGiven }: { account: Account; onGiven(account: Account): void }) {
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const give = async (): Promise<void> => {
    const clean = cleanToken(token);
    if (busy) return;
    if (clean === '') {
      setFailed(t('accounts.tokenMissing'));
      return;
    }
    setBusy(true);
    setFailed(null);
    const answer = await host.accountToken(account.id, clean);
    setBusy(false);
    if (answer.ok) onGiven(answer.data);
    else setFailed(answer.error.sentence);
  };
  return (
    <>
      <TextField
        label={t('accounts.token')}
        help={t('accounts.tokenHelp')}
        value={token}
        onChange={setToken}
        onEnter={() => void give()}
        error={failed}
        type="password"
        code
        autoFocus
      />
      <p className={styles.note}>
        <Icon name="key" size={14} />
        {t('accounts.keychain')}
      </p>
      <div className={styles.acts}>
        <Button variant="primary" onPress={() => void give()}>
          {busy ? t('accounts.asking') : t('accounts.give')}
        </Button>
      </div>
    </>
  );
}
