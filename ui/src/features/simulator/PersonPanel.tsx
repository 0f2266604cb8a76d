import { Button as AriaButton } from 'react-aria-components';
import type { Persona } from '@/host';
import { t } from '@/i18n';
import { Button, Icon, Menu, Tag } from '@/kit';
import { DAY, HOUR } from './moments';
import styles from './side.module.css';
import { useRun, useRunStore } from './useRun';
import { hoursWords, PERSONAS, personaChip, personaIcon, personaWords, shortMoment } from './words';

/** Behaviours that stand as chips; all are in the menu. */
const CHIPS: readonly (Persona | null)[] = [
  null,
  'after_hours',
  'never',
  'wrong',
  'opts_out',
  'asks_for_person',
];

/** Who it is, how they answer, and how long anything may be sent to them. */
export function PersonPanel() {
  const run = useRunStore();
  const persona = useRun((state) => state.persona);
  const view = useRun((state) => state.view);
  const now = useRun((state) => state.now);
  const zone = useRun((state) => state.zone);
  const name = view?.person.name ?? '';
  const until = view?.person.windowUntil ?? null;
  const left = until === null ? 0 : until - now;
  const choices: readonly (Persona | null)[] = [...PERSONAS, null];
  return (
    <section className={styles.section} aria-label={t('simulator.person')}>
      <div className={styles.person}>
        <WindowRing left={left} initial={Array.from(name)[0] ?? '?'} />
        <div className={styles.personWords}>
          <div className={styles.nameRow}>
            <bdi className={styles.name}>{name}</bdi>
            <Tag>{personaWords(persona)}</Tag>
            {view?.person.blocked === true && (
              <Tag tone="blocked" icon="blocks">
                {t('simulator.hasBlocked')}
              </Tag>
            )}
          </div>
          <p className={`${styles.window} tabular`}>
            {left > 0 && until !== null ? (
              <>
                {t('simulator.windowOpenFor')}{' '}
                <strong data-risky={left < 4 * HOUR || undefined}>{hoursWords(left)}</strong>
                {t('simulator.windowUntil', { moment: shortMoment(until, zone) })}
              </>
            ) : (
              t(until === null ? 'simulator.neverWrote' : 'simulator.windowClosed')
            )}
          </p>
        </div>
        <Menu
          label={t('simulator.howTheyAnswer')}
          placement="bottom end"
          groups={[
            {
              title: t('simulator.howTheyAnswer'),
              entries: choices.map((choice) => ({
                id: choice ?? 'me',
                label: personaWords(choice),
                icon: personaIcon(choice),
                run: () => void run.setPersona(choice),
              })),
            },
          ]}
        >
          <Button iconEnd="chevronDown">{t('simulator.change')}</Button>
        </Menu>
      </div>
      <fieldset className={styles.chips}>
        <legend className="visually-hidden">{t('simulator.howTheyAnswer')}</legend>
        {(persona === 'at_once' ? CHIPS : ['at_once' as const, ...CHIPS])
          .filter((choice) => choice !== persona)
          .map((choice) => (
            <AriaButton
              key={choice ?? 'me'}
              className={styles.chip}
              onPress={() => void run.setPersona(choice)}
            >
              <Icon name={personaIcon(choice)} size={13} />
              {personaChip(choice)}
            </AriaButton>
          ))}
      </fieldset>
    </section>
  );
}

const RADIUS = 26;
const ROUND = 2 * Math.PI * RADIUS;

/** Full is 24 hours; empty with a padlock is closed. The words beside it say the same. */
function WindowRing({ left, initial }: { left: number; initial: string }) {
  const share = Math.min(1, Math.max(0, left / DAY));
  return (
    <span className={styles.ring} aria-hidden="true" data-risky={(share > 0 && left < 4 * HOUR) || undefined}>
      <svg width="56" height="56" viewBox="0 0 56 56" aria-hidden="true">
        <circle className={styles.ringGround} cx="28" cy="28" r={RADIUS} />
        {share > 0 && (
          <circle
            className={styles.ringLeft}
            cx="28"
            cy="28"
            r={RADIUS}
            strokeDasharray={`${(share * ROUND).toFixed(2)} ${ROUND.toFixed(2)}`}
          />
        )}
      </svg>
      <span className={styles.face}>{initial}</span>
      {share === 0 && (
        <span className={styles.shut}>
          <Icon name="lock" size={11} />
        </span>
      )}
    </span>
  );
}
