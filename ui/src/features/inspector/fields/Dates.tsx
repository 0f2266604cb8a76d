import { type CalendarDate, parseDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  type DateValue,
  Dialog,
  DialogTrigger,
  Group,
  Heading,
  I18nProvider,
  Popover,
  ToggleButton,
} from 'react-aria-components';
import { formatLocale, t } from '@/i18n';
import { Icon, IconButton, Button as KitButton, RemovableChip } from '@/kit';
import dates from './dates.module.css';
import { FieldBind, type FieldProps } from './field';
import styles from './fields.module.css';
import { Row } from './Row';
import { TextProperty } from './Texts';

function dayOf(text: string): CalendarDate | null {
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}

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

function Month() {
  return (
    <>
      <header className={dates.head}>
        <Button slot="previous" className={dates.step}>
          <Icon name="chevronStart" size={14} />
        </Button>
        <Heading className={dates.name} />
        <Button slot="next" className={dates.step}>
          <Icon name="chevronEnd" size={14} />
        </Button>
      </header>
      <CalendarGrid className={dates.grid} weekdayStyle="narrow">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className={dates.day} />}</CalendarGridBody>
      </CalendarGrid>
    </>
  );
}

/** One day, typed or chosen. A value that is no day (older files count milliseconds) stays a text. */
export function DateProperty(props: FieldProps) {
  const { label, value, error, help, set } = props;
  const text = typeof value === 'string' ? value : '';
  const day = dayOf(text);
  if (text !== '' && day === null) return <TextProperty {...props} />;
  return (
    <Row label={label} bind={<FieldBind {...props} />}>
      <I18nProvider locale={formatLocale()}>
        <DatePicker
          aria-label={label}
          value={day}
          onChange={(next: DateValue | null) => void set(next?.toString())}
          isInvalid={error !== undefined}
          validationBehavior="aria"
        >
          <Group className={dates.box}>
            <DateInput className={dates.input}>
              {(segment) => <DateSegment segment={segment} className={dates.segment} />}
            </DateInput>
            {text !== '' && (
              <IconButton
                slot={null}
                icon="close"
                size="panel"
                label={t('inspector.noDay', { label })}
                onPress={() => void set(undefined)}
              />
            )}
            <Button className={dates.step}>
              <Icon name="date" size={14} />
            </Button>
          </Group>
          <Popover className={dates.popover} offset={4}>
            <Dialog aria-label={label}>
              <Calendar>
                <Month />
              </Calendar>
            </Dialog>
          </Popover>
        </DatePicker>
      </I18nProvider>
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
        <DialogTrigger>
          <KitButton size="small" icon="add">
            {t('inspector.addDay')}
          </KitButton>
          <Popover className={dates.popover} offset={4}>
            <Dialog aria-label={t('inspector.addDay')}>
              <I18nProvider locale={formatLocale()}>
                <Calendar
                  aria-label={t('inspector.addDay')}
                  value={null}
                  onChange={(day: DateValue) => {
                    if (!days.includes(day.toString())) void set([...days, day.toString()].sort());
                  }}
                >
                  <Month />
                </Calendar>
              </I18nProvider>
            </Dialog>
          </Popover>
        </DialogTrigger>
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
