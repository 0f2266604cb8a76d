import { type CalendarDate, parseDate } from '@internationalized/date';
import type { ReactNode } from 'react';
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
  Label,
  Popover,
} from 'react-aria-components';
import { formatLocale, t } from '@/i18n';
import { IconButton } from './button';
import styles from './date-field.module.css';
import field from './field.module.css';
import { Icon } from './icon';

/** A day as `2026-11-29`; null when it is none. */
export function dayOf(text: string): CalendarDate | null {
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}

function Month() {
  return (
    <>
      <header className={styles.head}>
        <Button slot="previous" className={styles.step}>
          <Icon name="chevronStart" size={14} />
        </Button>
        <Heading className={styles.name} />
        <Button slot="next" className={styles.step}>
          <Icon name="chevronEnd" size={14} />
        </Button>
      </header>
      <CalendarGrid className={styles.grid} weekdayStyle="narrow">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.day} />}</CalendarGridBody>
      </CalendarGrid>
    </>
  );
}

export interface DateFieldProps {
  label: string;
  /** The name is for screen readers only. */
  labelHidden?: boolean;
  /** As `2026-11-29`; empty: none yet. */
  value: string;
  onChange(day: string | undefined): void;
  isInvalid?: boolean;
  /** It may be emptied. */
  canClear?: boolean;
}

/** One day, typed or chosen. */
export function DateField({ label, labelHidden, value, onChange, isInvalid, canClear }: DateFieldProps) {
  return (
    <I18nProvider locale={formatLocale()}>
      <DatePicker
        className={field.field}
        value={dayOf(value)}
        onChange={(next: DateValue | null) => {
          if (next !== null || canClear === true) onChange(next?.toString());
        }}
        isInvalid={isInvalid}
        validationBehavior="aria"
      >
        <Label className={labelHidden === true ? 'visually-hidden' : field.label}>{label}</Label>
        <Group className={styles.box}>
          <DateInput className={styles.input}>
            {(segment) => <DateSegment segment={segment} className={styles.segment} />}
          </DateInput>
          {canClear === true && value !== '' && (
            <IconButton
              slot={null}
              icon="close"
              size="panel"
              label={t('kit.noDay', { label })}
              onPress={() => onChange(undefined)}
            />
          )}
          <Button className={styles.step}>
            <Icon name="date" size={14} />
          </Button>
        </Group>
        <Popover className={styles.popover} offset={4}>
          <Dialog aria-label={label}>
            <Calendar>
              <Month />
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  );
}

/** A button that opens a month, from which one day after the other is taken. */
export function DayTaker({
  label,
  trigger,
  onTake,
}: {
  label: string;
  trigger: ReactNode;
  onTake(day: string): void;
}) {
  return (
    <DialogTrigger>
      {trigger}
      <Popover className={styles.popover} offset={4}>
        <Dialog aria-label={label}>
          <I18nProvider locale={formatLocale()}>
            <Calendar aria-label={label} value={null} onChange={(day: DateValue) => onTake(day.toString())}>
              <Month />
            </Calendar>
          </I18nProvider>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
