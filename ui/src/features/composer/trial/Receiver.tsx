import { useState } from 'react';
import { host, type PhoneAct, type Trial, type WireError } from '@/host';
import { currentLanguage, t } from '@/i18n';
import { Alert, Button, Menu, Select, TextField } from '@/kit';
import styles from './trial.module.css';

/** Whom it goes to: a simulated phone of the practice account, or a number of one's own. */
export function Receiver({
  trial,
  typed,
  onType,
  onChanged,
}: {
  trial: Trial;
  typed: string;
  onType(number: string): void;
  onChanged(): Promise<void>;
}) {
  const [error, setError] = useState<WireError | null>(null);
  if (trial.phones.length === 0) {
    return (
      <TextField
        label={t('trial.number')}
        help={t('trial.number.help')}
        placeholder="+44 7700 900123"
        value={typed}
        onChange={onType}
        code
      />
    );
  }
  const phone = trial.phones.find(({ number }) => number === trial.to);
  const act = async (what: PhoneAct): Promise<void> => {
    if (phone === undefined) return;
    const answer = await host.trialPhone(phone.number, what);
    setError(answer.ok ? null : answer.error);
    await onChanged();
  };
  const entry = (what: PhoneAct) => ({
    id: what,
    label: t(`trial.act.${what}`),
    run: () => void act(what),
  });
  return (
    <div className={styles.receiver}>
      <Select
        label={t('trial.phone')}
        help={t('trial.phone.help')}
        value={phone?.number ?? null}
        choices={trial.phones.map(({ number, shown, country }) => ({
          id: number,
          // A number runs left to right in every language.
          label: `${countryName(country)} \u2066${shown}\u2069`,
        }))}
        onChange={onType}
      />
      {phone !== undefined && (
        <div className={styles.state}>
          <span>
            {t(
              phone.hasBlocked
                ? 'trial.blocks'
                : phone.isWindowOpen
                  ? 'trial.windowOpen'
                  : 'trial.windowClosed',
            )}
            {phone.hasStoppedMarketing && ` ${t('trial.stopped')}`}
          </span>
          <Menu
            label={t('trial.act')}
            placement="bottom end"
            groups={[
              {
                entries: [
                  entry('write'),
                  entry(phone.hasStoppedMarketing ? 'resumeMarketing' : 'stopMarketing'),
                  entry(phone.hasBlocked ? 'unblock' : 'block'),
                ],
              },
            ]}
          >
            <Button iconEnd="chevronDown">{t('trial.act')}</Button>
          </Menu>
        </div>
      )}
      {error !== null && <Alert>{error.sentence}</Alert>}
    </div>
  );
}

function countryName(iso: string): string {
  try {
    return new Intl.DisplayNames([currentLanguage()], { type: 'region' }).of(iso) ?? iso;
  } catch {
    return iso;
  }
}
