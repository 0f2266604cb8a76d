import { useEffect, useMemo, useState } from 'react';
import { type Account, host } from '@/host';
import { clock, t } from '@/i18n';
import { Alert, Button, ChoiceChip, EmptyState, Icon, interrupt, SearchField, Select, toast } from '@/kit';
import styles from './board.module.css';
import { useFollow } from './follow';
import { type BoardRow, type BoardState, boardRows, STATES, shownRows } from './rows';
import { BoardTable } from './Table';
import { stateLook } from './words';

export interface BoardProps {
  accounts: readonly Account[];
  /** Id of the account that is asked. */
  account: Account;
  onAccount(account: string): void;
  onOpen(message: string): void;
  /** Opens the plan for these templates. */
  onPublish(messages: string[]): void;
  onMessages(): void;
}

/** So many rows at a time. */
const ROWS = 200;

/** Every template, and where it stands in an account. */
export function Board(props: BoardProps) {
  const { account } = props;
  const { cards, following, askedAt, isAsking, error, ask } = useFollow(account.id);
  const [states, setStates] = useState<ReadonlySet<BoardState>>(new Set());
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [most, setMost] = useState(ROWS);
  const rows = useMemo(
    () =>
      cards === null || following === null ? null : boardRows(cards, following.standings, following.others),
    [cards, following],
  );
  useTellChanges(rows);
  const shown = rows === null ? [] : shownRows(rows, states, typed);
  const picked = (rows ?? []).flatMap((row) =>
    chosen.has(row.id) && row.message !== null ? [row.message] : [],
  );
  const take = async (row: BoardRow): Promise<void> => {
    const answer = await host.messageTake(account.id, row.id.slice('other:'.length));
    if (!answer.ok) {
      interrupt(answer.error.sentence);
      toast({ words: answer.error.sentence, icon: 'warning' });
      return;
    }
    toast({ words: t('board.taken', { name: row.name }), icon: 'ok' });
    ask();
  };
  const trouble = error ?? following?.trouble ?? null;
  const accountName = account.practice ? t('publish.practice') : account.name;
  return (
    <div className={styles.board}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.title}>{t('board.title')}</h1>
          <p className={styles.asked}>
            {isAsking && askedAt === null
              ? t('board.asking', { account: accountName })
              : askedAt === null
                ? t('board.notAsked', { account: accountName })
                : t('board.asked', { account: accountName, time: clock(askedAt) })}
          </p>
        </div>
        <div className={styles.account}>
          <Select
            label={t('publish.account')}
            labelHidden
            value={account.id}
            onChange={props.onAccount}
            choices={props.accounts.map((known) => ({
              id: known.id,
              label: known.practice ? t('publish.practice') : known.name,
            }))}
          />
        </div>
        <Button icon="refresh" onPress={ask} isDisabled={isAsking}>
          {t('board.ask')}
        </Button>
        <Button
          variant="primary"
          icon="publish"
          isDisabled={picked.length === 0}
          onPress={() => props.onPublish(picked)}
        >
          {picked.length === 0 ? t('app.publish') : t('board.publish', { count: picked.length })}
        </Button>
      </header>
      {trouble !== null && <Alert>{trouble.sentence}</Alert>}
      {rows !== null && rows.length === 0 ? (
        <EmptyState
          drawing={<Icon name="template" size={40} />}
          title={t('board.none')}
          action={<Button onPress={props.onMessages}>{t('board.toMessages')}</Button>}
        >
          {t('board.noneHelp')}
        </EmptyState>
      ) : (
        <>
          <div className={styles.filters}>
            <SearchField
              label={t('board.find')}
              placeholder={t('board.find')}
              value={typed}
              onChange={setTyped}
              className={styles.search ?? ''}
            />
            <fieldset className={styles.states}>
              <legend className="visually-hidden">{t('board.states')}</legend>
              {STATES.map((state) => {
                const count = (rows ?? []).filter((row) => row.state === state).length;
                if (count === 0 && !states.has(state)) return null;
                return (
                  <ChoiceChip
                    key={state}
                    icon={stateLook(state).icon}
                    isSelected={states.has(state)}
                    onChange={() => setStates((before) => toggled(before, state))}
                  >
                    {t('board.counted', { words: t(`board.state.${state}`), count })}
                  </ChoiceChip>
                );
              })}
            </fieldset>
          </div>
          <BoardTable
            rows={shown.slice(0, most)}
            isLoading={rows === null}
            chosen={chosen}
            onChoose={setChosen}
            onOpen={props.onOpen}
            onTake={(row) => void take(row)}
          />
          {shown.length > most && (
            <Button onPress={() => setMost((before) => before + ROWS)}>
              {t('board.more', { count: shown.length - most })}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function toggled<T>(before: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(before);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** Says what an account has decided since it was asked before. */
function useTellChanges(rows: readonly BoardRow[] | null): void {
  const [before, setBefore] = useState<ReadonlyMap<string, string | null>>(new Map());
  useEffect(() => {
    if (rows === null) return;
    for (const row of rows) {
      const was = before.get(row.id);
      if (was === 'PENDING' && (row.status === 'APPROVED' || row.status === 'REJECTED'))
        toast({
          words: t(row.status === 'APPROVED' ? 'board.nowApproved' : 'board.nowRefused', { name: row.name }),
          icon: row.status === 'APPROVED' ? 'ok' : 'refused',
        });
    }
    if (rows.some((row) => before.get(row.id) !== row.status) || before.size !== rows.length)
      setBefore(new Map(rows.map((row) => [row.id, row.status])));
  }, [rows, before]);
}
