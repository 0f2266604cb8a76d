import type { PropertyFacts } from '@/document';
import type { Pointer, Value } from '@/host';
import { useInspected } from '../context';
import { choiceLabel } from '../words';
import { BindButton } from './Row';

/** Everything a kind of field gets. */
export interface FieldProps {
  /** The object that has the property. */
  at: Pointer;
  /** Meta's name of the component. */
  component: string;
  facts: PropertyFacts;
  label: string;
  help: string | undefined;
  value: Value | undefined;
  /** What Meta refuses about it, in plain words. */
  error: string | undefined;
  set(value: Value | undefined): Promise<unknown>;
  /** Begins to work the value out, where that is possible. */
  work: (() => void) | undefined;
}

/** The button that takes a value from an answer or from data, for fields that allow it. */
export function FieldBind({ facts, label, set, work }: Pick<FieldProps, 'facts' | 'label' | 'set' | 'work'>) {
  const { sources } = useInspected();
  if (facts.staticOnly || facts.binding.length === 0) return null;
  return (
    <BindButton
      label={label}
      sources={sources}
      accepted={facts.binding}
      onChoose={(text) => void set(text)}
      onWork={work}
    />
  );
}

/** A property's choices with their plain names. */
export function choicesOf(facts: PropertyFacts) {
  return facts.choices.map((id) => ({ id, label: choiceLabel(facts.name, id) }));
}
