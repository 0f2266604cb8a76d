import { isMembers } from './json';
import { PlainField, type ValueFieldProps } from './PlainField';
import { RecordField } from './RecordField';

/** A value by its type: one field, or a row for each of its values. */
export function ValueField({ label, labelHidden = false, canClear, ...props }: ValueFieldProps) {
  const { type, value, onSet } = props;
  if (isMembers(value) || (type === 'record' && (value ?? null) === null))
    return (
      <RecordField
        label={label}
        labelHidden={labelHidden}
        value={isMembers(value) ? value : {}}
        onSet={(next) => onSet(canClear === true && Object.keys(next).length === 0 ? undefined : { ...next })}
      />
    );
  return <PlainField {...props} label={label} labelHidden={labelHidden} canClear={canClear === true} />;
}
