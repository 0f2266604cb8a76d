import { ToggleButton } from 'react-aria-components';
import { formatLocale, t } from '@/i18n';
import { Button, DateField, DayTaker, dayOf, RemovableChip } from '@/kit';
import { FieldBind, type FieldProps } from './field';
import styles from './fields.module.css';
import { Row } from './Row';
import { TextProperty } from './Texts';

function dayWords(text: string): string {
  const day = dayOf(text);
  if (day === null) return text;
  return new Intl.DateTimeFormat(formatLocale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day.toDate('UTC'));
}

/** One day, typed or chosen. A value that is no day (older files count milliseconds) stays a text. */
export function DateProperty(props: FieldProps) {
  const { label, value, error, help, set } = props;
  const text = typeof value === 'string' ? value : '';
  if (text !== '' && dayOf(text) === null) return <TextProperty {...props} />;
  return (
    <Row label={label} bind={<FieldBind {...props} />}>
      <DateField
        label={label}
        labelHidden
        value={text}
        onChange={(next) => void set(next)}
        isInvalid={error !== undefined}
        canClear
      />
      {(error ?? help) !== undefined && (
        <p className={error === undefined ? styles.help : styles.error}>{error ?? help}</p>
      )}
    </Row>
  );
}

/** Days that cannot be chosen. */
export function DaysProperty(props: FieldProps) {
  const { label, value, error, set } = props;
  const days = Array.isArray(value) ? value.map(String) : [];
  return (
    <Row label={label} bind={<FieldBind {...props} />}>
      <div className={styles.chips}>
        {days.map((day, place) => (
          <RemovableChip
            key={`${place}-${day}`}
            removeLabel={t('inspector.removeItem', { name: dayWords(day) })}
            onRemove={() => {
              const left = days.filter((_, other) => other !== place);
              void set(left.length === 0 ? undefined : left);
            }}
          >
            {dayWords(day)}
          </RemovableChip>
        ))}
        <DayTaker
          label={t('inspector.addDay')}
          trigger={
            <Button size="small" icon="add">
              {t('inspector.addDay')}
            </Button>
          }
          onTake={(day) => {
            if (!days.includes(day)) void set([...days, day].sort());
          }}
        />
      </div>
      {error !== undefined && <p className={styles.error}>{error}</p>}
    </Row>
  );
}

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Monday 1 January 2024, to name the days of the week from. */
const A_MONDAY = Date.UTC(2024, 0, 1);

function weekdayName(place: number): string {
  return new Intl.DateTimeFormat(formatLocale(), { weekday: 'short', timeZone: 'UTC' }).format(
    A_MONDAY + place * 86_400_000,
  );
}

/** Days of the week that can be chosen: each one a switch that is pressed in. */
export function ClosedDays(props: FieldProps) {
  const { label, value, error, set } = props;
  const open = Array.isArray(value) ? value.map(String) : [...WEEK];
  return (
    <Row label={label} bind={<FieldBind {...props} />}>
      <fieldset className={styles.week} aria-label={label}>
        {WEEK.map((day, place) => (
          <ToggleButton
            key={day}
            className={styles.weekday}
            isSelected={open.includes(day)}
            onChange={(on) => void set(WEEK.filter((other) => (other === day ? on : open.includes(other))))}
          >
            {weekdayName(place)}
          </ToggleButton>
        ))}
      </fieldset>
      {error !== undefined && <p className={styles.error}>{error}</p>}
    </Row>
  );
}
