import { useState } from 'react';
import type { PropertyFacts } from '@/document';
import { join } from '@/document';
import { FixButton, fixEdit } from '@/fixes';
import type { Diagnostic, Pointer, Value } from '@/host';
import { t } from '@/i18n';
import { Button, Icon } from '@/kit';
import { isBound } from '@/sending';
import { findingAt, useInspected } from '../context';
import { calendarMode, setMember } from '../edits';
import { reaches } from '../facts';
import { propertyHelp, propertyLabel } from '../words';
import { ActionField } from './ActionField';
import { Bound, Expression } from './Bound';
import { CasesField } from './Cases';
import { ChoiceField, NumberProperty, SwitchProperty } from './Choices';
import { ConditionField } from './Conditions';
import { ClosedDays, DateProperty, DaysProperty } from './Dates';
import type { FieldProps } from './field';
import styles from './fields.module.css';
import { ImageProperty } from './ImageField';
import { ItemsField } from './ItemsField';
import { MembersField, PairField } from './Members';
import { RawField } from './RawField';
import { Row } from './Row';
import { MimeTypes, TextList, TextProperty } from './Texts';

const DATES = new Set(['min-date', 'max-date']);

/** Whether a property holds words, among which answers may stand. */
function isWords(component: string, facts: PropertyFacts): boolean {
  return (
    facts.types.includes('string') &&
    facts.expression.includes('string') &&
    facts.choices.length === 0 &&
    facts.members.length === 0 &&
    facts.format !== 'base64' &&
    !DATES.has(facts.name) &&
    !(facts.name === 'init-value' && component.endsWith('Picker')) &&
    component !== 'Switch'
  );
}

function isPlainObject(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The right field for a property, by its facts and by what it holds now. */
export function PropertyField({
  at,
  component,
  facts,
  owner,
}: {
  at: Pointer;
  component: string;
  facts: PropertyFacts;
  /** The object that has the property. */
  owner: { [key: string]: Value };
}) {
  const inspected = useInspected();
  // A value that shall be worked out, while nothing is written yet.
  const [working, setWorking] = useState(false);
  const value = owner[facts.name];
  if (working && isBound(value)) setWorking(false);
  const label = propertyLabel(component, facts.name);
  const finding = findingAt(inspected.findings, join(at, facts.name));
  const field: FieldProps = {
    at,
    component,
    facts,
    label,
    help: propertyHelp(component, facts.name),
    value,
    error: finding?.severity === 'blocked' ? finding.headline : undefined,
    set: (next) => inspected.change(setMember(at, facts, value, next)),
    work:
      facts.expression.length > 0 && reaches(inspected.flow.version, '6.0')
        ? () => setWorking(true)
        : undefined,
  };
  const bound = isBound(value) && !isWords(component, facts);

  if (facts.name === 'visible') return <ConditionField {...field} />;
  if (facts.name === 'condition') return <ConditionField {...field} />;
  if (facts.name === 'cases') return <CasesField {...field} />;
  if (facts.actions.length > 0) return <ActionField {...field} />;
  if (facts.children) return null;

  return (
    <div data-property={facts.name}>
      {working ? (
        <Row label={label}>
          <Expression label={label} text="" onText={field.set} autoFocus />
          <div className={styles.buttons}>
            <Button size="small" variant="quiet" onPress={() => setWorking(false)}>
              {t('inspector.notWorkedOut')}
            </Button>
          </div>
        </Row>
      ) : bound ? (
        <BoundField {...field} value={String(value)} />
      ) : (
        literal(field, owner, inspected)
      )}
      {finding !== undefined && <Finding finding={finding} />}
    </div>
  );
}

/** What is risky or could be better about the value, and the button that mends it. */
function Finding({ finding }: { finding: Diagnostic }) {
  const { change } = useInspected();
  const [fix] = finding.fixes;
  return (
    <div className={styles.finding} data-severity={finding.severity}>
      {finding.severity !== 'blocked' && (
        <p>
          <Icon name={finding.severity} size={12} />
          {finding.headline}
        </p>
      )}
      {fix !== undefined && <FixButton fix={fix} size="row" onFix={() => void change(fixEdit(fix))} />}
    </div>
  );
}

function BoundField({ label, value, facts, error, set }: FieldProps & { value: string }) {
  return (
    <Row label={label}>
      <Bound
        label={label}
        text={value}
        error={error}
        onText={set}
        onRemove={() => void set(facts.required ? (emptyFor(facts) ?? '') : undefined)}
      />
    </Row>
  );
}

/** What a required property holds once it is no longer taken from elsewhere. */
function emptyFor(facts: PropertyFacts): Value | undefined {
  if (facts.default !== null) return facts.default;
  const [type] = facts.types;
  if (type === 'array') return [];
  if (type === 'object') return {};
  if (type === 'boolean') return false;
  return type === 'string' ? '' : undefined;
}

function literal(
  field: FieldProps,
  owner: { [key: string]: Value },
  inspected: ReturnType<typeof useInspected>,
): React.ReactNode {
  const { facts, value, component, at } = field;
  const has = (type: PropertyFacts['types'][number]) => facts.types.includes(type);

  if (isPlainObject(value) && has('object') && ('start-date' in value || 'end-date' in value)) {
    return <PairField {...field} />;
  }
  if (facts.members.length > 0) return <MembersField {...field} />;
  if (facts.item.length > 0) return <ItemsField {...field} />;
  if (facts.name === 'include-days') return <ClosedDays {...field} />;
  if (facts.name === 'unavailable-dates') return <DaysProperty {...field} />;
  if (facts.itemChoices.length > 0) return <MimeTypes {...field} />;
  if (DATES.has(facts.name)) return <DateProperty {...field} />;
  if (
    facts.name === 'init-value' &&
    /Picker$/.test(component) &&
    (value === undefined || typeof value === 'string')
  ) {
    return <DateProperty {...field} />;
  }
  if (facts.format === 'base64') return <ImageProperty {...field} />;
  if (facts.name === 'mode' && component === 'CalendarPicker') {
    const change = (mode: string) =>
      inspected.change(calendarMode(at, owner, mode === 'range' ? 'range' : 'single'));
    return <ChoiceField {...field} set={(mode) => change(String(mode))} />;
  }
  if (facts.choices.length > 0) return <ChoiceField {...field} />;
  if (has('boolean') && !has('string')) {
    return value === undefined || typeof value === 'boolean' ? (
      <SwitchProperty {...field} />
    ) : (
      <RawField {...field} />
    );
  }
  if (has('number') || has('integer')) {
    return value === undefined || typeof value === 'number' ? (
      <NumberProperty {...field} />
    ) : (
      <RawField {...field} />
    );
  }
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return <TextList {...field} />;
  if (has('string') && (value === undefined || typeof value === 'string')) return <TextProperty {...field} />;
  if (has('array') && value === undefined) return <TextList {...field} />;
  return <RawField {...field} />;
}
