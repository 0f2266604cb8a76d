import type { CalendarDate, DateValue } from '@internationalized/date';
import { useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
  RangeCalendar,
} from 'react-aria-components';
import type { DateInput, DatePart, Weekday } from '@/host';
import { dayOf, dayWords, unavailableDays } from '../calendar-day';
import { Glyph } from '../glyphs';
import { usePhone } from '../phone-context';
import { PressField } from './Dropdown';
import { Sheet } from './Sheet';

function Month() {
  return (
    <>
      <header className="ph-month-head">
        <Button slot="previous" className="ph-icon-button">
          <Glyph name="chevronBack" />
        </Button>
        <Heading className="ph-month-name" />
        <Button slot="next" className="ph-icon-button">
          <Glyph name="chevron" />
        </Button>
      </header>
      <CalendarGrid className="ph-month" weekdayStyle="narrow">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="ph-day" />}</CalendarGridBody>
      </CalendarGrid>
    </>
  );
}

/** A `DatePicker`, or a `CalendarPicker` for one day. */
export function DateField({
  input,
  minDate,
  maxDate,
  unavailable,
  includeDays,
  glyph,
}: {
  input: DateInput;
  minDate: string;
  maxDate: string;
  unavailable: string[];
  includeDays: Weekday[] | null;
  glyph: 'calendar' | 'chevron';
}) {
  const { look, act } = usePhone();
  const [open, setOpen] = useState(false);
  const { field, value } = input;

  function close() {
    setOpen(false);
    act({ type: 'blur', name: field.name });
  }

  return (
    <>
      <PressField
        field={field}
        value={value === '' ? '' : dayWords(value, look.locale, look.platform === 'android')}
        glyph={glyph}
        onOpen={() => setOpen(true)}
        onClear={() => act({ type: 'set_field', name: field.name, value: null })}
      />
      {open && (
        <Sheet title={field.label} onClose={close} compact>
          <I18nProvider locale={look.locale}>
            <Calendar
              className="ph-calendar"
              aria-label={field.label}
              value={dayOf(value)}
              minValue={dayOf(minDate) ?? undefined}
              maxValue={dayOf(maxDate) ?? undefined}
              isDateUnavailable={(day: DateValue) => blocked(day, unavailable, includeDays)}
              onChange={(day: DateValue) => {
                act({ type: 'set_field', name: field.name, value: day.toString() });
                close();
              }}
            >
              <Month />
            </Calendar>
          </I18nProvider>
        </Sheet>
      )}
    </>
  );
}

function blocked(day: DateValue, unavailable: string[], includeDays: Weekday[] | null): boolean {
  return unavailableDays(unavailable, includeDays)(day as CalendarDate);
}

/** A `CalendarPicker` for a stretch of days: two fields in one card, one month view for both. */
export function DateRange({
  title,
  description,
  start,
  end,
  minDate,
  maxDate,
  unavailable,
  includeDays,
}: {
  title: string | null;
  description: string | null;
  start: DateInput;
  end: DateInput;
  minDate: string;
  maxDate: string;
  unavailable: string[];
  includeDays: Weekday[];
}) {
  const { t, look, act } = usePhone();
  const [open, setOpen] = useState(false);
  const { name } = start.field;
  const first = dayOf(start.value);
  const last = dayOf(end.value);

  function close() {
    setOpen(false);
    act({ type: 'blur', name: `${name}.start-date` });
    act({ type: 'blur', name: `${name}.end-date` });
  }

  function clear(part: DatePart) {
    const kept = part === 'start-date' ? end : start;
    act({ type: 'set_field', name, value: kept.value === '' ? null : { [kept.part]: kept.value } });
  }

  return (
    <fieldset className="ph-group ph-range" aria-label={title ?? start.field.label}>
      {title !== null && (
        <div className="ph-group-label" dir="auto">
          {title}
        </div>
      )}
      {description !== null && (
        <div className="ph-group-description" dir="auto">
          {description}
        </div>
      )}
      <div className="ph-range-fields">
        <PressField
          field={start.field}
          value={start.value === '' ? '' : dayWords(start.value, look.locale, look.platform === 'android')}
          glyph="calendar"
          onOpen={() => setOpen(true)}
          onClear={() => clear('start-date')}
        />
        <PressField
          field={end.field}
          value={end.value === '' ? '' : dayWords(end.value, look.locale, look.platform === 'android')}
          glyph="calendar"
          onOpen={() => setOpen(true)}
          onClear={() => clear('end-date')}
        />
      </div>
      {open && (
        <Sheet title={title ?? start.field.label} onClose={close} compact>
          <I18nProvider locale={look.locale}>
            <RangeCalendar
              className="ph-calendar"
              aria-label={title ?? start.field.label}
              value={first !== null && last !== null ? { start: first, end: last } : null}
              minValue={dayOf(minDate) ?? undefined}
              maxValue={dayOf(maxDate) ?? undefined}
              allowsNonContiguousRanges
              isDateUnavailable={(day: DateValue) => blocked(day, unavailable, includeDays)}
              onChange={(range: { start: DateValue; end: DateValue } | null) => {
                if (range === null) return;
                act({
                  type: 'set_field',
                  name,
                  value: { 'start-date': range.start.toString(), 'end-date': range.end.toString() },
                });
                close();
              }}
            >
              <Month />
            </RangeCalendar>
          </I18nProvider>
          <p className="ph-sheet-hint">{t('phone.rangeHint')}</p>
        </Sheet>
      )}
    </fieldset>
  );
}
