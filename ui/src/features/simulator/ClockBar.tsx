import { Button as AriaButton } from 'react-aria-components';
import { useJourney } from '@/document';
import { t } from '@/i18n';
import { Button, ComboBox, Icon, IconButton, Popover, Segmented, Select } from '@/kit';
import styles from './clock.module.css';
import type { Speed } from './run';
import { Timeline } from './Timeline';
import { useRun, useRunStore } from './useRun';
import { cityOf, longMoment, titleOf } from './words';

const SPEEDS: readonly Speed[] = [1, 60, 600];

/** The clock of the run: what time it is, how it goes on, and what lies before and behind. */
export function ClockBar() {
  const run = useRunStore();
  const now = useRun((state) => state.now);
  const zone = useRun((state) => state.zone);
  const playing = useRun((state) => state.playing);
  const speed = useRun((state) => state.speed);
  const next = useRun((state) => state.next);
  return (
    <section className={styles.bar} aria-label={t('simulator.clock')}>
      <div className={styles.head}>
        <h2 className={`${styles.now} tabular`}>{longMoment(now, zone)}</h2>
        <span className={styles.zone}>{t('simulator.zone', { city: cityOf(zone) })}</span>
      </div>
      <div className={styles.controls}>
        <AriaButton
          className={styles.play}
          aria-label={t(playing ? 'simulator.pause' : 'simulator.play')}
          isDisabled={next === null && !playing}
          onPress={() => (playing ? run.pause() : run.play())}
        >
          <Icon name={playing ? 'pause' : 'play'} size={16} />
        </AriaButton>
        <Segmented
          label={t('simulator.speed')}
          value={String(speed)}
          onChange={(chosen) => run.setSpeed(SPEEDS.find((known) => String(known) === chosen) ?? 60)}
          choices={SPEEDS.map((known) => ({
            id: String(known),
            label: t('simulator.times', { speed: known }),
          }))}
        />
        <Button icon="skipTo" isDisabled={next === null} onPress={() => void run.nextEvent()}>
          {t('simulator.nextEvent')}
        </Button>
        <span className={styles.gap} />
        <HowItBegins />
      </div>
      <Timeline />
    </section>
  );
}

/** Which start is taken, and where the person lives. Both begin anew. */
function HowItBegins() {
  const run = useRunStore();
  const steps = useJourney((state) => state.journey.steps);
  const start = useRun((state) => state.start);
  const zone = useRun((state) => state.zone);
  const starts = steps.filter((step) => step.role === 'trigger' && !step.off && !step.sealed);
  return (
    <Popover
      label={t('simulator.howItBegins')}
      trigger={<IconButton icon="settings" label={t('simulator.howItBegins')} />}
    >
      <div className={styles.box}>
        <Select
          label={t('simulator.start')}
          value={start}
          onChange={(key) => void run.begin({ start: key })}
          choices={starts.map((step) => ({ id: step.key, label: titleOf(step) }))}
        />
        <ComboBox
          label={t('simulator.timeZone')}
          help={t('simulator.beginsAnew')}
          value={zone}
          onChange={(chosen) => chosen !== null && chosen !== zone && void run.begin({ zone: chosen })}
          choices={zones(zone).map((id) => ({ id, label: id.replaceAll('_', ' ') }))}
        />
      </div>
    </Popover>
  );
}

function zones(own: string): string[] {
  const all = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return all.includes(own) ? all : [own, ...all];
}
