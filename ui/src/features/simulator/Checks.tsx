import { useState } from 'react';
import { useJourney } from '@/document';
import { number, t } from '@/i18n';
import { Button, Checkbox, Icon, IconButton, Popover } from '@/kit';
import { type Assertion, assertionWords, insteadWords } from './assertions';
import { CheckForm, type CheckOffer } from './CheckForm';
import { checks } from './happened';
import styles from './side.module.css';
import { useRun } from './useRun';

/** What a test of this run holds on to. */
export interface Held {
  /** Everything comes as it came. */
  readonly exact: boolean;
  readonly own: readonly Assertion[];
}

export const HOLDS_ALL: Held = { exact: true, own: [] };

const MOST_CHECKS = 6;
/** Up to this width of the window it begins folded. */
const NARROW = 1280;

/** What a test of this run would hold on to: that all of it comes again, and what its owner says besides. */
export function ChecksPanel({ held, onChange }: { held: Held; onChange(held: Held): void }) {
  const journey = useJourney((state) => state.journey);
  const view = useRun((state) => state.view);
  const offer = useCheckOffer();
  if (view === null) return null;
  const all = checks(view, journey);
  return (
    <details className={styles.section} open={window.innerWidth > NARROW}>
      <summary className={styles.heading}>{t('simulator.willCheck')}</summary>
      <CheckList
        checks={held.own}
        people={offer.people}
        onRemove={(index) => onChange({ ...held, own: held.own.filter((_, place) => place !== index) })}
      />
      <AddCheck offer={offer} onAdd={(check) => onChange({ ...held, own: [...held.own, check] })} />
      <Checkbox
        isSelected={held.exact}
        // Without either a test would say nothing.
        isDisabled={held.exact && held.own.length === 0}
        onChange={(exact) => onChange({ ...held, exact })}
      >
        {t('simulator.checkAll')}
      </Checkbox>
      {held.exact && (
        <>
          <ul className={styles.checks}>
            {all.slice(0, MOST_CHECKS).map(({ key, words }) => (
              <li key={key}>
                <Icon name="manyChoices" size={14} />
                {words}
              </li>
            ))}
          </ul>
          <p className={styles.hint}>
            {all.length > MOST_CHECKS
              ? t('simulator.checksMore', { count: all.length - MOST_CHECKS, shown: number(MOST_CHECKS) })
              : t('simulator.checksOrder')}
          </p>
        </>
      )}
    </details>
  );
}

/** Of whom and in which currency something can be said. */
function useCheckOffer(): CheckOffer {
  const people = useRun((state) => state.people);
  const currency = useRun((state) => state.view?.cost.currency ?? null);
  return {
    people: people.map(({ name, view }) => name ?? view?.person.name ?? ''),
    currency: currency ?? 'USD',
  };
}

/** Own checks as sentences, each with what takes it away. `wrong`: those that are not so, with what is. */
export function CheckList({
  checks: list,
  people,
  wrong,
  onRemove,
}: {
  checks: readonly Assertion[];
  people: readonly string[];
  wrong?: ReadonlyMap<number, string | null> | undefined;
  onRemove(index: number): void;
}) {
  const steps = useJourney((state) => state.journey.steps);
  if (list.length === 0) return null;
  return (
    <ul className={styles.checks}>
      {list.map((check, index) => {
        const words = assertionWords(check, steps, people);
        const isWrong = wrong?.has(index) === true;
        const is = wrong?.get(index) ?? null;
        return (
          <li key={`${index} ${words}`} data-wrong={isWrong || undefined}>
            <Icon name={isWrong ? 'blocked' : wrong === undefined ? 'manyChoices' : 'ok'} size={14} />
            <span className={styles.checkWords} dir="auto">
              {words}
              {isWrong && (
                <span className={styles.hint}>
                  {is === null ? t('simulator.isNotSo') : insteadWords(check, is)}
                </span>
              )}
            </span>
            <IconButton
              icon="close"
              size="panel"
              label={t('simulator.removeCheck', { words })}
              onPress={() => onRemove(index)}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** A button that asks what is to be checked. */
export function AddCheck({ offer, onAdd }: { offer: CheckOffer; onAdd(check: Assertion): void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={t('simulator.addCheck')}
      placement="top end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" size="small" icon="add">
          {t('simulator.addCheck')}
        </Button>
      }
    >
      <CheckForm
        offer={offer}
        onAdd={(check) => {
          setOpen(false);
          onAdd(check);
        }}
      />
    </Popover>
  );
}
