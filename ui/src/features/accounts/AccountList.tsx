import type { Account, MessagingLimit } from '@/host';
import { t } from '@/i18n';
import { Button, EntryWords, entry, IconButton, Menu, Tag } from '@/kit';

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
      <ul className={entry.list}>
        {accounts.map((account) => (
          <li key={account.id} className={entry.row}>
            <EntryWords
              icon={account.practice ? 'practice' : 'account'}
              name={account.practice ? t('accounts.practice') : <bdi>{account.name}</bdi>}
              second={
                account.practice ? (
                  t('accounts.practiceHelp')
                ) : (
                  <>
                    <bdi>{account.displayPhoneNumber ?? account.phoneNumberId}</bdi>
                    {account.last4 !== null && ` · ${t('accounts.ends', { last4: account.last4 })}`}
                    {account.messagingLimit !== null && (
                      <>
                        <br />
                        {limit(account.messagingLimit)}
                      </>
                    )}
                  </>
                )
              }
            />
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

/** How many people it may write to who did not write themselves. */
function limit(known: MessagingLimit): string {
  return known === 'unlimited' ? t('accounts.limitNone') : t('accounts.limit', { people: known.people });
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
