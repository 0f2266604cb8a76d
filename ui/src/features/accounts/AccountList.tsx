import type { Account } from '@/host';
import { t } from '@/i18n';
import { Button, Icon, IconButton, Menu, Tag } from '@/kit';
import styles from './accounts.module.css';

/** Every account Flows can go to. */
export function AccountList({
  accounts,
  onConnect,
  onToken,
  onRemove,
}: {
  accounts: readonly Account[];
  onConnect(): void;
  onToken(account: Account): void;
  onRemove(account: Account): void;
}) {
  return (
    <>
      <ul className={styles.list}>
        {accounts.map((account) => (
          <li key={account.id} className={styles.account}>
            <span className={styles.icon}>
              <Icon name={account.practice ? 'practice' : 'account'} />
            </span>
            <span className={styles.words}>
              <span className={styles.name}>
                {account.practice ? t('accounts.practice') : <bdi>{account.name}</bdi>}
              </span>
              <span className={styles.second}>
                {account.practice ? (
                  t('accounts.practiceHelp')
                ) : (
                  <>
                    <bdi>{account.displayPhoneNumber ?? account.phoneNumberId}</bdi>
                    {account.last4 !== null && ` · ${t('accounts.ends', { last4: account.last4 })}`}
                  </>
                )}
              </span>
            </span>
            {!account.practice && <State account={account} />}
            {!account.practice && (
              <Menu
                label={t('accounts.menu', { name: account.name })}
                placement="bottom end"
                groups={[
                  {
                    entries: [
                      {
                        id: 'token',
                        label: t('accounts.newToken'),
                        icon: 'key',
                        run: () => onToken(account),
                      },
                      {
                        id: 'remove',
                        label: t('accounts.remove'),
                        second: t('accounts.removeHelp'),
                        icon: 'delete',
                        danger: true,
                        run: () => onRemove(account),
                      },
                    ],
                  },
                ]}
              >
                <IconButton icon="more" label={t('accounts.menu', { name: account.name })} />
              </Menu>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button icon="add" onPress={onConnect}>
          {t('accounts.connectOne')}
        </Button>
      </div>
    </>
  );
}

function State({ account }: { account: Account }) {
  if (!account.hasToken) {
    return (
      <Tag tone="risky" icon="key">
        {t('accounts.needsToken')}
      </Tag>
    );
  }
  if (account.sessionOnly) return <Tag tone="advice">{t('accounts.session')}</Tag>;
  return (
    <Tag tone="ok" icon="ok">
      {t('accounts.connected')}
    </Tag>
  );
}
