import { memo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { JourneyStep } from '@/host';
import { t } from '@/i18n';
import { kindIcon, kindName, stepName } from '@/journey-words';
import { Icon, IconButton, SearchField } from '@/kit';
import styles from './canvas.module.css';
import type { Graph } from './graph';
import { useCanvas, useCanvasState } from './store';
import { focusCard } from './useCanvasKeys';

const MOST = 8;

/** Everything a step says, for the search. */
function said(step: JourneyStep): string {
  return `${stepName(step)} ${kindName(step.kind)} ${JSON.stringify(step.json)}`.toLocaleLowerCase();
}

/** Finds steps by what they are called and what they say. */
export const FindBar = memo(function FindBar({ graph }: { graph: Graph }) {
  const isOpen = useCanvasState((state) => state.finding);
  return isOpen ? <Bar graph={graph} /> : null;
});

function Bar({ graph }: { graph: Graph }) {
  const { store, acts } = useCanvas();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const hits = wanted === '' ? [] : [...graph.byKey.values()].filter((step) => said(step).includes(wanted));
  const close = () => store.setState({ finding: false });
  const goTo = (key: string) => {
    acts.select([key]);
    acts.bringIntoView(key);
    focusCard(key);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the whole bar.
    <div
      className={`${styles.find} nokey`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className={styles.findRow}>
        <SearchField
          label={t('canvas.find')}
          placeholder={t('canvas.find')}
          value={typed}
          onChange={setTyped}
          autoFocus
          className={styles.findField}
          onSubmit={() => {
            const [first] = hits;
            if (first !== undefined) goTo(first.key);
          }}
        />
        <IconButton icon="close" label={t('canvas.close')} onPress={close} />
      </div>
      {wanted !== '' && (
        <ListBox
          className={styles.hits}
          aria-label={t('canvas.found', { count: hits.length })}
          items={hits.slice(0, MOST).map((step) => ({ id: step.key, step }))}
          onAction={(key) => goTo(String(key))}
          renderEmptyState={() => <p className={styles.findNone}>{t('canvas.nothingHas', { typed })}</p>}
        >
          {({ id, step }) => (
            <ListBoxItem id={id} textValue={stepName(step)} className={styles.hit}>
              <Icon name={kindIcon(step.kind)} size={14} />
              <bdi>{stepName(step)}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </div>
  );
}
