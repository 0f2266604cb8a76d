import { memo, useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useJourney } from '@/document';
import type { JourneyStep } from '@/host';
import { t } from '@/i18n';
import { kindIcon, kindName, stepName } from '@/journey-words';
import { Icon, IconButton, SearchField } from '@/kit';
import styles from './canvas.module.css';
import type { Graph } from './graph';
import { isGroupKey } from './groups';
import { useCanvas, useCanvasState } from './store';
import { focusCanvas, focusCard } from './useCanvasKeys';

const MOST = 8;

/** Everything a step says, for the search. */
function said(step: JourneyStep): string {
  return `${stepName(step)} ${kindName(step.kind)} ${JSON.stringify(step.json)}`.toLocaleLowerCase();
}

/** Finds steps by what they are called and what they say, also those of folded groups. */
export const FindBar = memo(function FindBar({ graph }: { graph: Graph }) {
  const isOpen = useCanvasState((state) => state.finding);
  return isOpen ? <Bar graph={graph} /> : null;
});

function Bar({ graph }: { graph: Graph }) {
  const { store, acts } = useCanvas();
  const steps = useJourney((state) => state.journey.steps);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const isAsked = wanted !== '';
  // Not once more with each letter.
  const known = useMemo(() => {
    if (!isAsked) return [];
    const groups = [...graph.byKey.values()].filter(({ key }) => isGroupKey(key));
    return [...groups, ...steps].map((step) => ({ step, words: said(step) }));
  }, [isAsked, graph, steps]);
  // What is called so comes before what only says it.
  const isCalled = (step: JourneyStep) => stepName(step).toLocaleLowerCase().includes(wanted);
  const found = known.filter(({ words }) => words.includes(wanted)).map(({ step }) => step);
  const hits = [...found.filter(isCalled), ...found.filter((step) => !isCalled(step))];
  const close = () => {
    const key = acts.selected().at(-1);
    store.setState({ finding: false });
    focusCanvas(key === undefined ? null : acts.cardOf(key));
  };
  const goTo = (key: string) => {
    // Of a folded group its card: what has the keys is what is selected.
    const card = acts.cardOf(key);
    acts.select([card ?? key]);
    acts.bringIntoView(key);
    if (card === null) focusCanvas(null);
    else focusCard(card);
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
      {isAsked && (
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
