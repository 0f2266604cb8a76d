import { useState } from 'react';
import { useJourney } from '@/document';
import type { RunAct } from '@/host';
import { isoDay, t } from '@/i18n';
import { fieldWords } from '@/journey-words';
import { Button, Icon, Menu, Tag } from '@/kit';
import { aheadMoment, comings, startIcon } from './happened';
import { SetByHand } from './SetByHand';
import styles from './side.module.css';
import { useRun, useRunStore } from './useRun';
import { costWords, titleOf, valueWords } from './words';

/** What it costs, and whether they agreed. */
export function CostPanel() {
  const view = useRun((state) => state.view);
  if (view === null) return null;
  const { cost, person } = view;
  const amount = costWords(cost);
  return (
    <div className={styles.two}>
      <section aria-label={t('simulator.cost')}>
        <h3 className={styles.small}>{t('simulator.cost')}</h3>
        <p className={`${styles.money} tabular`}>{amount ?? t('simulator.costUnknown')}</p>
        {amount === null && cost.why !== null && (
          <p className={styles.hint} dir="auto">
            {cost.why}
          </p>
        )}
        <p className={styles.hint}>{t('simulator.free', { count: cost.free })}</p>
        {cost.validFrom !== null && cost.charged > 0 && (
          <p className={styles.hint}>
            {t(cost.illustrative ? 'simulator.ratesGuess' : 'simulator.ratesOf', {
              day: isoDay(cost.validFrom),
            })}
          </p>
        )}
      </section>
      <section aria-label={t('simulator.consent')}>
        <h3 className={styles.small}>{t('simulator.consent')}</h3>
        <p className={styles.consent} data-state={person.consent}>
          <Icon
            name={person.consent === 'given' ? 'ok' : person.consent === 'stopped' ? 'optOut' : 'info'}
            size={16}
          />
          {t(`simulator.consent.${person.consent}`)}
        </p>
        <p className={styles.hint}>{t(`simulator.consentHint.${person.consent}`)}</p>
      </section>
    </div>
  );
}

/** Values, tags and stage of the person. */
export function KnownPanel() {
  const view = useRun((state) => state.view);
  if (view === null) return null;
  const { values, tags, stage } = view.person;
  return (
    <section className={styles.section} aria-labelledby="simulator-known">
      <div className={styles.headRow}>
        <h3 id="simulator-known" className={styles.heading}>
          {t('simulator.known')}
        </h3>
        <SetByHand />
      </div>
      <dl className={styles.values}>
        {values.map(({ name, value }) => (
          <div key={name}>
            <dt>
              <bdi>{fieldWords(name)}</bdi>
            </dt>
            <dd dir="auto">{valueWords(value)}</dd>
          </div>
        ))}
        {stage !== null && (
          <div>
            <dt className={styles.plain}>{t('simulator.stage')}</dt>
            <dd>{t(`simulator.stage.${stage}`)}</dd>
          </div>
        )}
      </dl>
      {tags.length > 0 && (
        <p className={styles.tags}>
          <span className={styles.hint}>{t('simulator.tags')}</span>
          {tags.map((tag) => (
            <Tag key={tag} icon="tag">
              <bdi>{tag}</bdi>
            </Tag>
          ))}
        </p>
      )}
    </section>
  );
}

const MOST_NEXT = 4;

/** What happens next by itself. */
export function NextPanel() {
  const journey = useJourney((state) => state.journey);
  const { view, ahead, now, zone } = useRun((state) => state);
  const [nothing, setNothing] = useState<number | null>(null);
  if (view === null) return null;
  const coming = ahead === null ? [] : comings(ahead, view.now, journey).filter(({ at }) => at > now);
  return (
    <section className={styles.section} aria-labelledby="simulator-next">
      <div className={styles.headRow}>
        <h3 id="simulator-next" className={styles.heading}>
          {t('simulator.nextTitle')}
        </h3>
        <LetHappen onNothing={(at) => setNothing(at)} />
      </div>
      {nothing === now && (
        <p className={styles.hint} role="status">
          {t('simulator.nothingCame', { name: view.person.name })}
        </p>
      )}
      {coming.length === 0 ? (
        <p className={styles.hint}>
          {view.next === null
            ? t('simulator.nothingNext')
            : t('simulator.nextAt', { moment: aheadMoment(view.next, now, zone) })}
        </p>
      ) : (
        <ol className={styles.next}>
          {coming.slice(0, MOST_NEXT).map((one) => (
            <li key={one.key}>
              <span className="tabular">{aheadMoment(one.at, now, zone)}</span>
              <strong dir="auto">{one.words}</strong>
              <span>{one.second}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What the user can let happen that nobody does by themselves. */
function LetHappen({ onNothing }: { onNothing(at: number): void }) {
  const run = useRunStore();
  const steps = useJourney((state) => state.journey.steps);
  const name = useRun((state) => state.view?.person.name ?? '');
  const assigned = useRun((state) => state.view?.entries.findLast(({ what }) => what.type === 'Assigned'));
  const starts = steps.filter((step) => step.role === 'trigger' && !step.off && !step.sealed);
  const act = async (what: RunAct) => {
    run.pause();
    const before = run.store.getState().view?.entries.length;
    await run.act(what);
    const { view, now } = run.store.getState();
    if (view?.entries.length === before) onNothing(now);
  };
  return (
    <Menu
      label={t('simulator.letHappen')}
      placement="bottom end"
      groups={[
        {
          title: t('simulator.start'),
          entries: starts.map((step) => ({
            id: `start ${step.key}`,
            label: titleOf(step),
            icon: startIcon(step),
            run: () => void act({ type: 'Start', step: step.key }),
          })),
        },
        {
          title: t('simulator.person'),
          entries: [
            {
              id: 'agrees',
              label: t('simulator.agreed', { name }),
              icon: 'consent',
              run: () => void act({ type: 'Consent', yes: true }),
            },
            {
              id: 'stops',
              label: t('simulator.stoppedOffers', { name }),
              icon: 'optOut',
              run: () => void act({ type: 'Consent', yes: false }),
            },
            ...(assigned === undefined
              ? []
              : [
                  {
                    id: 'resolved',
                    label: t('simulator.resolved'),
                    icon: 'person' as const,
                    run: () => void act({ type: 'Resolve' }),
                  },
                ]),
          ],
        },
      ]}
    >
      <Button variant="quiet" size="small" icon="add">
        {t('simulator.letHappen')}
      </Button>
    </Menu>
  );
}
