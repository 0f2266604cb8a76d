import type { JourneySnapshot, Witness } from '@/host';
import { t } from '@/i18n';
import { lengthWords, stepName } from '@/journey-words';
import { Button, Icon, IconButton } from '@/kit';
import styles from './canvas.module.css';

/** The lit path in words. */
export function PathBar({
  journey,
  witness,
  onReplay,
  onClose,
}: {
  journey: JourneySnapshot;
  witness: Witness;
  onReplay: (() => void) | null;
  onClose(): void;
}) {
  const names = witness.ways.map(({ step }) => {
    const found = journey.steps.find(({ key }) => key === step);
    return found === undefined ? step : stepName(found);
  });
  const steps = names.join(', ');
  const words =
    witness.silentFor === null
      ? t('canvas.path', { steps })
      : t('canvas.pathSilent', { steps, hours: lengthWords(witness.silentFor) });
  return (
    <div className={styles.path} role="status">
      <Icon name="journey" size={14} />
      <span className={styles.pathWords} title={words} dir="auto">
        {words}
      </span>
      {onReplay !== null && (
        <Button size="small" icon="play" onPress={onReplay}>
          {t('canvas.replay')}
        </Button>
      )}
      <IconButton icon="close" size="panel" label={t('canvas.close')} onPress={onClose} />
    </div>
  );
}
