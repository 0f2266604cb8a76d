import { useRef, useState } from 'react';
import { type Account, host } from '@/host';
import { t } from '@/i18n';
import { Alert, Button, Dialog, Icon, TextField } from '@/kit';
import styles from './accounts.module.css';
import { cleanId, cleanToken, isId } from './ids';

/** Asks what it takes to publish to a real account. */
export function ConnectDialog({
  isOpen,
  onClose,
  onConnected,
}: {
  isOpen: boolean;
  onClose(): void;
  onConnected(account: Account): void;
}) {
  return (
    <Dialog title={t('accounts.connectTitle')} isOpen={isOpen} onClose={onClose}>
      <Form
        onConnected={(account) => {
          onConnected(account);
          onClose();
        }}
      />
    </Dialog>
  );
}

type Field = 'name' | 'waba' | 'phone' | 'token';

function Form({ onConnected }: { onConnected(account: Account): void }) {
  const [name, setName] = useState('');
  const [waba, setWaba] = useState('');
  const [phone, setPhone] = useState('');
  const [token, setToken] = useState('');
  const [server, setServer] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const form = useRef<HTMLDivElement>(null);

  const faults: Record<Field, string | null> = {
    name: name.trim() === '' ? t('accounts.nameMissing') : null,
    waba: isId(cleanId(waba)) ? null : t('accounts.idFault'),
    phone: isId(cleanId(phone)) ? null : t('accounts.idFault'),
    token: cleanToken(token) === '' ? t('accounts.tokenMissing') : null,
  };
  const fault = (field: Field): string | null => (asked ? faults[field] : null);

  const connect = async (): Promise<void> => {
    if (busy) return;
    setAsked(true);
    setFailed(null);
    if (Object.values(faults).some((found) => found !== null)) {
      // After the faults are drawn: to the first of them.
      window.setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0);
      return;
    }
    setBusy(true);
    const answer = await host.accountConnect({
      name: name.trim(),
      wabaId: cleanId(waba),
      phoneNumberId: cleanId(phone),
      token: cleanToken(token),
      baseUrl: server.trim() === '' ? null : server.trim(),
    });
    setBusy(false);
    if (answer.ok) onConnected(answer.data);
    else setFailed(answer.error.sentence);
  };

  return (
    <div ref={form} className={styles.form}>
      <p className={styles.lead}>{t('accounts.lead')}</p>
      <TextField
        label={t('accounts.name')}
        help={t('accounts.nameHelp')}
        value={name}
        onChange={setName}
        error={fault('name')}
        autoFocus
      />
      <div className={styles.pair}>
        <TextField
          label={t('accounts.waba')}
          help={t('accounts.wabaHelp')}
          value={waba}
          onChange={setWaba}
          error={fault('waba')}
          keepHelp
          code
        />
        <TextField
          label={t('accounts.phone')}
          help={t('accounts.phoneHelp')}
          value={phone}
          onChange={setPhone}
          error={fault('phone')}
          keepHelp
          code
        />
      </div>
      <TextField
        label={t('accounts.token')}
        help={t('accounts.tokenHelp')}
        value={token}
        onChange={setToken}
        error={fault('token')}
        keepHelp
        type="password"
        code
      />
      <details className={styles.more}>
        <summary>{t('accounts.otherServer')}</summary>
        <TextField
          label={t('accounts.server')}
          help={t('accounts.serverHelp')}
          value={server}
          onChange={setServer}
          type="url"
          code
        />
      </details>
      <p className={styles.note}>
        <Icon name="key" size={14} />
        {t('accounts.keychain')}
      </p>
      {failed !== null && <Alert>{failed}</Alert>}
      <div className={styles.acts}>
        <Button variant="primary" onPress={() => void connect()}>
          {busy ? t('accounts.asking') : t('accounts.connect')}
        </Button>
      </div>
    </div>
  );
}
