import { t } from '@/i18n';
import { NumberField, Select, Switch } from '@/kit';
import { choicesOf, FieldBind, type FieldProps } from './field';
import styles from './fields.module.css';
import { Row } from './Row';

/** A closed list of values. */
export function ChoiceField(props: FieldProps) {
  const { facts, label, help, value, error, set } = props;
  const current =
    typeof value === 'string' ? value : typeof facts.default === 'string' ? facts.default : null;
  const choices = choicesOf(facts);
  const strange = current !== null && !choices.some((choice) => choice.id === current);
  return (
    <Row label={label} bind={<FieldBind {...props} />}>
      <Select
        label={label}
        labelHidden
        help={help}
        error={error}
        value={current}
        placeholder={t('inspector.notChosen')}
        choices={strange ? [...choices, { id: current, label: current }] : choices}
        onChange={(id) => void set(id)}
      />
    </Row>
  );
}

/** Yes or no. A value from data shows as such before it comes here. */
export function SwitchProperty(props: FieldProps) {
  const { facts, label, help, value, error, set } = props;
  const on = typeof value === 'boolean' ? value : facts.default === true;
  return (
    <div className={styles.switchRow}>
      <Switch label={label} help={error ?? help} isSelected={on} onChange={(next) => void set(next)} />
      <FieldBind {...props} />
    </div>
  );
}

/** A number; empty takes it away. */
export function NumberProperty(props: FieldProps) {
  const { facts, label, help, value, error, set } = props;
  return (
    <Row label={label} bind={<FieldBind {...props} />}>
      <NumberField
        label={label}
        labelHidden
        help={help ?? (typeof facts.default === 'number' ? String(facts.default) : undefined)}
        error={error}
        value={typeof value === 'number' ? value : Number.NaN}
        min={facts.min ?? 0}
        max={facts.max ?? undefined}
        step={facts.types.includes('integer') ? 1 : undefined}
        onChange={(next) => void set(Number.isNaN(next) ? undefined : next)}
      />
    </Row>
  );
}
