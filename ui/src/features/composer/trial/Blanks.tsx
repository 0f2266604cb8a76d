import type { Blank, SampleValue } from '@/host';
import { t } from '@/i18n';
import { TextField } from '@/kit';
import { plainWords } from '../variables';
import styles from './trial.module.css';

/** Every value that the template takes. */
export function Blanks({
  blanks,
  values,
  onFill,
}: {
  blanks: readonly Blank[];
  values: readonly SampleValue[];
  onFill(value: SampleValue): void;
}) {
  if (blanks.length === 0) return null;
  return (
    <fieldset className={styles.blanks}>
      <legend>{t('trial.values')}</legend>
      {blanks.map(({ at, name, kind, value }) => {
        // What was typed is there at once; the core's answer comes after it.
        const typed = values.find((known) => known.at === at && known.name === name);
        return (
          <TextField
            key={`${at} ${name}`}
            label={kind === 'text' ? plainName(name) : t(`trial.blank.${kind}`)}
            value={typed?.text ?? value}
            onChange={(text) => onFill({ at, name, text })}
          />
        );
      })}
    </fieldset>
  );
}

function plainName(name: string): string {
  return /^\d+$/.test(name) ? t('composer.detailNumber', { number: name }) : plainWords(name);
}
