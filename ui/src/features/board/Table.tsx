import { Cell, Checkbox, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { clock, day, languageName, t } from '@/i18n';
import { Button, Icon, Tag } from '@/kit';
import styles from './board.module.css';
import type { BoardRow } from './rows';
import { categoryWords, qualityLook, stateLook, stateWords, whyWords } from './words';

export function BoardTable({
  rows,
  isLoading,
  chosen,
  onChoose,
  onOpen,
  onTake,
}: {
  rows: readonly BoardRow[];
  isLoading: boolean;
  chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
  onOpen(message: string): void;
  onTake(row: BoardRow): void;
}) {
  return (
    <Table
      className={styles.table}
      aria-label={t('board.title')}
      selectionMode="multiple"
      selectedKeys={new Set(chosen)}
      disabledKeys={rows.filter((row) => row.message === null).map((row) => row.id)}
      disabledBehavior="selection"
      onSelectionChange={(keys) =>
        onChoose(
          new Set(
            keys === 'all'
              ? rows.filter((row) => row.message !== null).map((row) => row.id)
              : [...keys].map(String),
          ),
        )
      }
      onRowAction={(key) => {
        const row = rows.find(({ id }) => id === key);
        if (row !== undefined && row.message !== null) onOpen(row.message);
      }}
    >
      <TableHeader className={styles.tableHead}>
        <Column className={styles.choose}>
          <Tick label={t('board.chooseAll')} />
        </Column>
        <Column isRowHeader>{t('board.name')}</Column>
        <Column className={styles.middle}>{t('board.filedAs')}</Column>
        <Column className={styles.wide}>{t('board.state')}</Column>
        <Column className={styles.narrow}>{t('board.quality')}</Column>
        <Column className={styles.narrow}>{t('board.asOf')}</Column>
        <Column className={styles.act}>
          <span className="visually-hidden">{t('board.act')}</span>
        </Column>
      </TableHeader>
      <TableBody
        items={rows}
        renderEmptyState={() => (
          <p className={styles.none}>{isLoading ? t('board.loading') : t('board.nothingFits')}</p>
        )}
      >
        {(row) => <Line row={row} onOpen={onOpen} onTake={onTake} />}
      </TableBody>
    </Table>
  );
}

function Line({
  row,
  onOpen,
  onTake,
}: {
  row: BoardRow;
  onOpen(message: string): void;
  onTake(row: BoardRow): void;
}) {
  const look = stateLook(row.state);
  const why = whyWords(row);
  const quality = qualityLook(row.quality);
  return (
    <Row id={row.id} className={styles.line ?? ''} textValue={row.name}>
      <Cell className={styles.choose ?? ''}>
        {row.message !== null && <Tick label={t('board.choose', { name: row.name })} />}
      </Cell>
      <Cell>
        <span className={styles.name}>
          <bdi>{row.name}</bdi>
        </span>
        <span className={styles.second}>
          {row.remoteName !== null && row.remoteName !== row.name && (
            <>
              <bdi>{row.remoteName}</bdi>
              {' · '}
            </>
          )}
          {row.language !== null && languageName(row.language.replace('_', '-'))}
        </span>
      </Cell>
      <Cell>
        {row.category !== null && <span>{categoryWords(row.category)}</span>}
        {row.filed !== null && (
          <span className={styles.filed}>
            <Icon name="risky" size={12} />
            {t('board.filed', { category: categoryWords(row.filed) })}
          </span>
        )}
      </Cell>
      <Cell>
        <Tag tone={look.tone} icon={look.icon}>
          {stateWords(row)}
        </Tag>
        {why !== null && <span className={styles.why}>{why}</span>}
      </Cell>
      <Cell>
        {quality === null ? (
          <span className={styles.second}>{row.status === null ? '' : t('board.quality.none')}</span>
        ) : (
          <Tag tone={quality.tone}>{quality.words}</Tag>
        )}
      </Cell>
      <Cell>
        {row.at !== null && (
          <span className={styles.second}>
            {day(row.at)}, {clock(row.at)}
          </span>
        )}
      </Cell>
      <Cell className={styles.act ?? ''}>
        {row.message === null ? (
          <Button size="row" icon="download" onPress={() => onTake(row)}>
            {t('board.take')}
          </Button>
        ) : (
          <Button size="row" onPress={() => row.message !== null && onOpen(row.message)}>
            {t(row.state === 'refused' ? 'board.mend' : 'board.open')}
          </Button>
        )}
      </Cell>
    </Row>
  );
}

/** A box of the table's own choice. */
function Tick({ label }: { label: string }) {
  return (
    <Checkbox slot="selection" className={styles.tick ?? ''} aria-label={label}>
      {({ isIndeterminate }) => (
        <span className={styles.box}>
          <Icon name={isIndeterminate ? 'remove' : 'tick'} size={11} />
        </span>
      )}
    </Checkbox>
  );
}
