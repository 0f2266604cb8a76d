import type { ReactNode } from 'react';
import { Button as AriaButton, ToggleButton } from 'react-aria-components';
import { t } from '@/i18n';
import { Icon, type IconName } from './icon';
import styles from './tag.module.css';

export type Tone = 'neutral' | 'blocked' | 'risky' | 'advice' | 'ok' | 'accent';

/** 20 px high: a state, a count, a kind. */
export function Tag({
  tone = 'neutral',
  size = 'normal',
  icon,
  children,
}: {
  tone?: Tone;
  /** `bar` is 24 px high, for a state in the top bar. */
  size?: 'normal' | 'bar';
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={`${styles.tag} ${styles[tone]} ${size === 'bar' ? styles.bar : ''}`}>
      {icon !== undefined && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

export type Severity = 'blocked' | 'risky' | 'advice';

/** Icon and words; with a count: "1 blocked". */
export function SeverityTag({ severity, count }: { severity: Severity; count?: number }) {
  return (
    <Tag tone={severity} icon={severity}>
      {count === undefined ? t(`kit.${severity}`) : t(`kit.${severity}Count`, { count })}
    </Tag>
  );
}

/** A word in a row of words one can take away. */
export function RemovableChip({
  children,
  removeLabel,
  onRemove,
}: {
  children: ReactNode;
  removeLabel: string;
  onRemove(): void;
}) {
  return (
    <span className={styles.chip}>
      {children}
      <AriaButton className={styles.remove} aria-label={removeLabel} onPress={onRemove}>
        <Icon name="close" size={12} />
      </AriaButton>
    </span>
  );
}

/** One of a row of choices, as the trades in the gallery. */
export function ChoiceChip({
  icon,
  isSelected,
  onChange,
  children,
}: {
  icon?: IconName;
  isSelected: boolean;
  onChange(selected: boolean): void;
  children: ReactNode;
}) {
  return (
    <ToggleButton className={styles.choice} isSelected={isSelected} onChange={onChange}>
      {icon !== undefined && <Icon name={icon} size={14} />}
      {children}
    </ToggleButton>
  );
}
