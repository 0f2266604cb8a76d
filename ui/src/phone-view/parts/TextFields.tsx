import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Field, Keyboard } from '@/host';
import { errorWords } from '../errors';
import { Glyph } from '../glyphs';
import { type PhoneWords, usePhone } from '../phone-context';

/** The label with what the phone adds to it. */
export function labelWords(t: PhoneWords, field: Field): string {
  return field.optional ? t('phone.optional', { label: field.label }) : field.label;
}

/** Help below an input; an error takes its place. */
export function Below({ field, id, end }: { field: Field; id: string; end?: React.ReactNode }) {
  const { t } = usePhone();
  if (field.error === null && field.helper === null && end === undefined) return null;
  return (
    <div className="ph-below">
      <span id={id} className={field.error === null ? 'ph-helper' : 'ph-error'} dir="auto">
        {field.error === null ? field.helper : errorWords(t, field.error)}
      </span>
      {end}
    </div>
  );
}

/**
 * Text under the hand. The answer of the preview comes a moment later, so what is typed is kept here until the
 * field is left.
 */
function useTyped(value: string, commit: (text: string) => void) {
  const [text, setText] = useState(value);
  const [focused, setFocused] = useState(false);
  useEffect(() => {
    if (!focused) setText(value);
  }, [value, focused]);
  return {
    text,
    focused,
    setFocused,
    type(next: string) {
      setText(next);
      commit(next);
    },
  };
}

const INPUT_MODE: Readonly<Record<Keyboard, 'text' | 'numeric' | 'tel' | 'email'>> = {
  text: 'text',
  number: 'numeric',
  phone: 'tel',
  email: 'email',
};

/** A `TextInput` or `TextArea`: outlined box with a floating label, or an iOS row. */
export function TextField({
  field,
  value,
  keyboard,
  masked,
  largeLabel,
  limit,
  counter,
}: {
  field: Field;
  value: string;
  keyboard: Keyboard;
  masked: boolean;
  largeLabel: boolean;
  /** Most characters. */
  limit: number;
  /** Several lines with a counter. */
  counter: boolean;
}) {
  const { t, look, act, askKeys } = usePhone();
  const id = useId();
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const typed = useTyped(value, (text) => act({ type: 'set_field', name: field.name, value: text }));
  const filled = typed.text !== '';
  const label = labelWords(t, field);
  const grows = counter && look.platform === 'ios';
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words need another height
  useLayoutEffect(() => {
    const area = box.current;
    if (area === null || !grows) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight}px`;
  }, [grows, typed.text]);
  const shared = {
    id,
    ref: box,
    className: 'ph-input',
    value: typed.text,
    disabled: !field.enabled,
    'aria-invalid': field.error !== null || undefined,
    'aria-required': !field.optional || undefined,
    'aria-describedby': `${id}-below`,
    autoComplete: 'off',
    dir: 'auto',
    onFocus: () => {
      typed.setFocused(true);
      askKeys(keyboard);
    },
    onBlur: () => {
      typed.setFocused(false);
      askKeys(null);
      act({ type: 'blur', name: field.name });
    },
  } as const;

  return (
    <div
      className="ph-field"
      data-large={largeLabel || undefined}
      data-filled={filled || typed.focused || undefined}
      data-error={field.error !== null || undefined}
      data-disabled={!field.enabled || undefined}
      data-area={counter || undefined}
    >
      {largeLabel && (
        <label className="ph-label-large" htmlFor={id} dir="auto">
          {label}
        </label>
      )}
      <div className="ph-box">
        {!largeLabel && (
          <label className="ph-label" htmlFor={id} dir="auto">
            <span>{label}</span>
          </label>
        )}
        {counter ? (
          <textarea
            {...shared}
            rows={look.platform === 'ios' ? 2 : 3}
            onChange={(event) => typed.type(event.target.value)}
          />
        ) : (
          <input
            {...shared}
            type={masked ? 'password' : 'text'}
            inputMode={INPUT_MODE[keyboard]}
            maxLength={limit}
            onChange={(event) => typed.type(event.target.value)}
          />
        )}
        {filled && field.enabled && (
          <button
            type="button"
            className="ph-clear"
            aria-label={t('phone.clear', { label: field.label })}
            onClick={() => {
              typed.type('');
              box.current?.focus();
            }}
          >
            <Glyph name={look.platform === 'ios' ? 'clear' : 'close'} />
          </button>
        )}
        {field.error !== null && (
          <span className="ph-box-error">
            <Glyph name="alert" />
          </span>
        )}
      </div>
      <Below
        field={field}
        id={`${id}-below`}
        end={
          counter ? (
            <span className="ph-counter" data-over={[...typed.text].length > limit || undefined}>
              {t('phone.counter', { used: [...typed.text].length, most: limit })}
            </span>
          ) : undefined
        }
      />
    </div>
  );
}
