import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Icon, type IconName } from './icon';
import styles from './segmented.module.css';

/** A few views or values side by side, one of them on. */
export function Segmented<T extends string>({
  label,
  value,
  onChange,
  choices,
  fill = false,
}: {
  label: string;
  value: T;
  onChange(value: T): void;
  choices: readonly { id: T; label: string; icon?: IconName }[];
  /** Takes the whole width. */
  fill?: boolean;
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={`${styles.group} ${fill ? styles.fill : ''}`}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = choices.find((choice) => keys.has(choice.id));
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.id} id={choice.id} className={styles.choice}>
          {choice.icon !== undefined && <Icon name={choice.icon} size={14} />}
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
