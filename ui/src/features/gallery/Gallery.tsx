import { type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { FlowCard, Stage, Starter, WireError } from '@/host';
import { t } from '@/i18n';
import { STAGES, StageMark } from '@/journey-words';
import {
  Alert,
  Button,
  ChoiceChip,
  type Command,
  EmptyState,
  Icon,
  Menu,
  SearchField,
  useCommands,
} from '@/kit';
import styles from './gallery.module.css';
import { RecentWork } from './RecentWork';
import { StarterCard } from './StarterCard';
import { StarterSearch } from './search';
import { tradeIcon, tradeName, tradesOf } from './trades';

/** More trades than this move into a menu. */
const CHIPS = 9;

export interface GalleryProps {
  /** Null while they are fetched. */
  starters: readonly Starter[] | null;
  recent: readonly FlowCard[];
  /** Why something just asked for did not happen. */
  error: WireError | null;
  isBusy: boolean;
  onUse(starter: string, language: string, tryIt: boolean): void;
  onImport(): void;
  onEmpty(): void;
  onOpen(flow: string): void;
  onAll(): void;
  /** Whole journeys that fit what is looked for. */
  journeys(wanted: { typed: string; trade: string | null }): ReactNode;
}

/** The first view: what WhatsApp could do, by trade and by goal. */
export function Gallery(props: GalleryProps) {
  const [typed, setTyped] = useState('');
  const [trade, setTrade] = useState<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  useFindCommand(search);

  return (
    <div className={styles.gallery}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.question}>{t('gallery.question')}</h1>
          <p className={styles.lead}>{t('gallery.lead')}</p>
        </div>
        <div className={styles.headActs}>
          <Button icon="import" onPress={props.onImport} isDisabled={props.isBusy}>
            {t('gallery.import')}
          </Button>
          <Button icon="add" onPress={props.onEmpty} isDisabled={props.isBusy}>
            {t('gallery.empty')}
          </Button>
        </div>
      </header>
      {props.error !== null && <Alert>{props.error.sentence}</Alert>}
      <div className={styles.filter}>
        <SearchField
          label={t('gallery.search')}
          placeholder={t('gallery.searchExample')}
          value={typed}
          onChange={setTyped}
          keys="Mod+F"
          size="large"
          inputRef={search}
          className={styles.search}
        />
        <Trades starters={props.starters ?? []} chosen={trade} onChoose={setTrade} />
      </div>
      {props.recent.length > 0 && (
        <RecentWork flows={props.recent} onOpen={props.onOpen} onAll={props.onAll} />
      )}
      {props.journeys({ typed: typed.trim(), trade })}
      {props.starters !== null && (
        <Starters {...props} starters={props.starters} typed={typed.trim()} trade={trade} onType={setTyped} />
      )}
    </div>
  );
}

function useFindCommand(search: RefObject<HTMLInputElement | null>): void {
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'gallery.find',
        title: t('gallery.search'),
        group: t('gallery.group'),
        icon: 'search',
        keys: ['Mod+F'],
        run: () => search.current?.focus(),
      },
    ],
    [search],
  );
  useCommands(commands);
}

function Trades({
  starters,
  chosen,
  onChoose,
}: {
  starters: readonly Starter[];
  chosen: string | null;
  onChoose(trade: string | null): void;
}) {
  const trades = tradesOf(starters);
  const more = trades.slice(CHIPS);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of switches, not a form.
    <div className={styles.trades} role="group" aria-label={t('gallery.trades')}>
      {trades.slice(0, CHIPS).map((trade) => (
        <ChoiceChip
          key={trade}
          icon={tradeIcon(trade)}
          isSelected={chosen === trade}
          onChange={(on) => onChoose(on ? trade : null)}
        >
          {tradeName(trade)}
        </ChoiceChip>
      ))}
      {more.length > 0 && (
        <Menu
          label={t('gallery.moreTrades')}
          groups={[
            {
              entries: more.map((trade) => ({
                id: trade,
                label: tradeName(trade),
                icon: tradeIcon(trade),
                run: () => onChoose(trade),
              })),
            },
          ]}
        >
          <Button icon="more">{t('gallery.more')}</Button>
        </Menu>
      )}
    </div>
  );
}

type StartersProps = Omit<GalleryProps, 'starters'> & {
  starters: readonly Starter[];
  typed: string;
  trade: string | null;
  onType(typed: string): void;
};

function Starters(props: StartersProps) {
  const { starters, typed, trade } = props;
  const index = useMemo(
    () => new StarterSearch(starters, tradeName, (stage) => t(`gallery.${stage}`)),
    [starters],
  );
  const found = typed === '' ? null : index.find(typed);
  const inTrade = (starter: Starter) => trade === null || starter.trade === trade;

  if (found !== null) {
    const shown = found.starters.filter(inTrade);
    if (shown.length === 0) return <NothingFound {...props} elsewhere={found.starters.length} />;
    return (
      <>
        {found.meant !== null && (
          <p className={styles.meant}>
            {t('gallery.nothingHas', { typed })}{' '}
            <AriaButton className={styles.link} onPress={() => props.onType(found.meant ?? '')}>
              {t('gallery.didYouMean', { meant: found.meant })}
            </AriaButton>
          </p>
        )}
        <Grid {...props} title={t('gallery.found', { count: shown.length })} starters={shown} />
      </>
    );
  }
  if (trade !== null) {
    return (
      <>
        <Grid
          {...props}
          title={t('gallery.forTrade', { trade: tradeName(trade) })}
          starters={starters.filter(inTrade)}
        />
        <Grid
          {...props}
          title={t('gallery.otherTrades')}
          starters={starters.filter((starter) => !inTrade(starter))}
        />
      </>
    );
  }
  return (
    <div className={styles.columns}>
      {STAGES.map((stage) => (
        <Column
          key={stage}
          {...props}
          stage={stage}
          starters={starters.filter((starter) => starter.stage === stage)}
        />
      ))}
    </div>
  );
}

function Column({ stage, ...props }: StartersProps & { stage: Stage }) {
  return (
    <section className={styles.column} data-stage={stage} aria-labelledby={`goal-${stage}`}>
      <header className={styles.columnHead}>
        <StageMark stage={stage} />
        <h2 id={`goal-${stage}`}>
          <span className={styles.goal}>{t(`gallery.${stage}Goal`)}</span>
          <span className={styles.stageName}>{t(`gallery.${stage}`)}</span>
        </h2>
      </header>
      <Cards {...props} className={styles.stack} />
    </section>
  );
}

function Grid({ title, ...props }: StartersProps & { title: string }) {
  if (props.starters.length === 0) return null;
  return (
    <section className={styles.results}>
      <h2 className={styles.resultsTitle}>{title}</h2>
      <Cards {...props} className={styles.grid} />
    </section>
  );
}

function Cards({ starters, onUse, isBusy, className }: StartersProps & { className: string | undefined }) {
  return (
    <ul className={className}>
      {starters.map((starter) => (
        <StarterCard
          key={starter.id}
          starter={starter}
          isBusy={isBusy}
          onUse={(language, tryIt) => onUse(starter.id, language, tryIt)}
        />
      ))}
    </ul>
  );
}

function NothingFound({ typed, onType, onEmpty, elsewhere }: StartersProps & { elsewhere: number }) {
  return (
    <EmptyState
      drawing={<Icon name="search" size={32} />}
      title={t('gallery.nothingHas', { typed })}
      action={
        <div className={styles.headActs}>
          <Button onPress={() => onType('')}>{t('gallery.showAll')}</Button>
          <Button icon="add" onPress={onEmpty}>
            {t('gallery.empty')}
          </Button>
        </div>
      }
    >
      {elsewhere > 0 ? t('gallery.inOtherTrades', { count: elsewhere }) : t('gallery.tryOther')}
    </EmptyState>
  );
}
