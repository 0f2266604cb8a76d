import { useMemo } from 'react';
import { Button as AriaButton, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useJourney, useJourneySession } from '@/document';
import { t } from '@/i18n';
import { STAGES, StageMark } from '@/journey-words';
import { Icon, isTyping, SeverityTag } from '@/kit';
import { type Line, linesOf } from './lines';
import styles from './outline.module.css';

/** The same journey as a tree: stage, step, where it leads, what is waited for on the way. */
export function Outline({ onOpen }: { onOpen(): void }) {
  const session = useJourneySession();
  const journey = useJourney((state) => state.journey);
  const selection = useJourney((state) => state.selection);
  const lines = useMemo(() => linesOf(journey), [journey]);
  const keyOf = (id: string): string | null => (id.startsWith('step ') ? id.slice(5) : null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Delete works on the rows inside.
    <div
      className={styles.outline}
      onKeyDown={(event) => {
        if ((event.key !== 'Delete' && event.key !== 'Backspace') || isTyping(event.target)) return;
        const steps = journey.steps.filter((step) => selection.includes(step.key)).map(({ id }) => id);
        if (steps.length > 0) void session.dispatch({ type: 'DeleteSteps', steps, heal: true });
      }}
    >
      <Tree
        aria-label={t('canvas.outline')}
        className={styles.tree}
        items={lines}
        selectionMode="multiple"
        selectionBehavior="replace"
        defaultExpandedKeys={STAGES.map((stage) => `stage ${stage}`)}
        selectedKeys={selection.map((key) => `step ${key}`)}
        onSelectionChange={(keys) => {
          const all = keys === 'all' ? journey.steps.map(({ key }) => `step ${key}`) : [...keys].map(String);
          session.select(all.map(keyOf).filter((key) => key !== null));
        }}
        onAction={(id) => {
          const key = keyOf(String(id)) ?? String(id).split(' > ')[1] ?? null;
          if (key === null || !journey.steps.some((step) => step.key === key)) return;
          session.select([key]);
          onOpen();
        }}
      >
        {(line) => <Row line={line} />}
      </Tree>
    </div>
  );
}

function Row({ line }: { line: Line }) {
  return (
    <TreeItem id={line.id} textValue={line.words} className={styles.row}>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <>
            {hasChildItems ? (
              <AriaButton slot="chevron" className={styles.fold} aria-label={t('canvas.fold')}>
                <Icon name="chevronEnd" size={14} />
              </AriaButton>
            ) : (
              <span className={styles.noFold} />
            )}
            {line.stage !== null && <StageMark stage={line.stage} />}
            {line.icon !== null && <Icon name={line.icon} size={14} />}
            <span className={styles.words} dir="auto">
              {line.words}
            </span>
            {line.severity !== null && <SeverityTag severity={line.severity} />}
            <span className={styles.second} dir="auto">
              {line.second}
            </span>
          </>
        )}
      </TreeItemContent>
      <Collection items={line.lines}>{(child) => <Row line={child} />}</Collection>
    </TreeItem>
  );
}
