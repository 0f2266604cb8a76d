import { useJourney } from '@/document';
import { number, t } from '@/i18n';
import { Icon, Tag } from '@/kit';
import { aheadMoment, checks, comings } from './happened';
import styles from './side.module.css';
import { useRun } from './useRun';
import { isoDay, money, valueWords } from './words';

/** What it costs, and whether they agreed. */
export function CostPanel() {
  const view = useRun((state) => state.view);
  if (view === null) return null;
  const { cost, person } = view;
  const amount = money(cost);
  return (
    <div className={styles.two}>
      <section aria-label={t('simulator.cost')}>
        <h3 className={styles.small}>{t('simulator.cost')}</h3>
        <p className={`${styles.money} tabular`}>{amount ?? t('simulator.costUnknown')}</p>
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
      <h3 id="simulator-known" className={styles.heading}>
        {t('simulator.known')}
      </h3>
      <dl className={styles.values}>
        {values.map(({ name, value }) => (
          <div key={name}>
            <dt>
              <bdi>{name}</bdi>
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
  if (view === null) return null;
  const coming = ahead === null ? [] : comings(ahead, view.now, journey).filter(({ at }) => at > now);
  return (
    <section className={styles.section} aria-labelledby="simulator-next">
      <h3 id="simulator-next" className={styles.heading}>
        {t('simulator.nextTitle')}
      </h3>
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

const MOST_CHECKS = 6;

/** What a test of this run would hold on to. */
export function ChecksPanel() {
  const journey = useJourney((state) => state.journey);
  const view = useRun((state) => state.view);
  if (view === null) return null;
  const all = checks(view, journey);
  return (
    <details className={styles.section} open>
      <summary className={styles.heading}>{t('simulator.willCheck')}</summary>
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
    </details>
  );
}
