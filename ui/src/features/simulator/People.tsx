import { useJourney } from '@/document';
import { t } from '@/i18n';
import { Button, IconButton, Menu, Segmented } from '@/kit';
import { startIcon } from './happened';
import { MOST_PEOPLE } from './run';
import styles from './simulator.module.css';
import { useRun, useRunStore } from './useRun';
import { titleOf } from './words';

const NAMES = ['simulator.second', 'simulator.third', 'simulator.fourth'] as const;

/** Whose phone is seen, and who else comes in. */
export function People() {
  const run = useRunStore();
  const people = useRun((state) => state.people);
  const active = useRun((state) => state.active);
  const steps = useJourney((state) => state.journey.steps);
  const starts = steps.filter((step) => step.role === 'trigger' && !step.off && !step.sealed);
  const called = people.map(({ name, view }) => name ?? view?.person.name ?? '');
  const free = NAMES.map((key) => t(key)).find((name) => !called.includes(name)) ?? '';
  const looked = called[people.findIndex(({ id }) => id === active)] ?? '';
  return (
    <div className={styles.people}>
      {people.length > 1 && (
        <>
          <Segmented
            label={t('simulator.who')}
            value={String(active)}
            onChange={(id) => run.look(Number(id))}
            choices={people.map(({ id, unseen }, at) => ({
              id: String(id),
              label:
                unseen > 0
                  ? t('simulator.unseen', { name: called[at] ?? '', count: unseen })
                  : (called[at] ?? ''),
            }))}
          />
          <IconButton
            icon="remove"
            size="panel"
            label={t('simulator.removePerson', { name: looked })}
            onPress={() => run.remove(active)}
          />
        </>
      )}
      {people.length < MOST_PEOPLE && (
        <Menu
          label={t('simulator.addPerson')}
          groups={[
            {
              title: t('simulator.comesBy', { name: free }),
              entries: starts.map((step) => ({
                id: step.key,
                label: titleOf(step),
                icon: startIcon(step),
                run: () => void run.add(free, step.key),
              })),
            },
          ]}
        >
          <Button variant="quiet" size="small" icon="add">
            {t('simulator.addPerson')}
          </Button>
        </Menu>
      )}
    </div>
  );
}
