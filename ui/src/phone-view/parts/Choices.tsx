import { useId } from 'react';
import type { Choice, Field, Media, MediaSize } from '@/host';
import { errorWords } from '../errors';
import { Glyph } from '../glyphs';
import { type PhoneWords, usePhone } from '../phone-context';
import { Pic } from './Pictures';
import { labelWords } from './TextFields';

/** "Choose 2 to 4", when a group asks for a number. */
function hint(t: PhoneWords, min: number | null, max: number | null): string | null {
  const fewest = min ?? 0;
  if (max === null) return fewest > 0 ? t('phone.chooseAtLeast', { min: fewest }) : null;
  if (fewest === max) return t('phone.chooseExactly', { count: max });
  return fewest > 0 ? t('phone.chooseBetween', { min: fewest, max }) : t('phone.chooseUpTo', { max });
}

/** Label, description, hint and error above a group. */
export function GroupHead({
  id,
  field,
  description,
  min = null,
  max = null,
}: {
  id: string;
  field: Field;
  description: string | null;
  min?: number | null;
  max?: number | null;
}) {
  const { t } = usePhone();
  const words = hint(t, min, max);
  return (
    <div className="ph-group-head">
      {field.label !== '' && (
        <div className="ph-group-label" id={id} dir="auto">
          {labelWords(t, field)}
        </div>
      )}
      {description !== null && (
        <div className="ph-group-description" dir="auto">
          {description}
        </div>
      )}
      {words !== null && <div className="ph-hint">{words}</div>}
      {field.error !== null && (
        <div className="ph-error" id={`${id}-error`}>
          {errorWords(t, field.error)}
        </div>
      )}
    </div>
  );
}

/** Picture or colour at the start of a row. */
export function Swatch({ media, size }: { media: Media; size: MediaSize }) {
  if (media.type === 'color') {
    return <span className="ph-swatch" style={{ backgroundColor: media.color }} aria-hidden="true" />;
  }
  return (
    <Pic picture={media.picture} className={size === 'large' ? 'ph-thumb ph-thumb-large' : 'ph-thumb'} />
  );
}

/** Title, description and metadata of an option. */
export function OptionWords({ choice }: { choice: Choice }) {
  return (
    <span className="ph-option-words">
      <span className="ph-option-main">
        <span className="ph-option-title" dir="auto">
          {choice.title}
        </span>
        {choice.description !== null && (
          <span className="ph-option-second" dir="auto">
            {choice.description}
          </span>
        )}
      </span>
      {choice.metadata !== null && (
        <span className="ph-option-second ph-option-meta" dir="auto">
          {choice.metadata}
        </span>
      )}
    </span>
  );
}

/** A `CheckboxGroup` or `RadioButtonsGroup`: rows with the control at the end. */
export function ChoiceGroup({
  field,
  description,
  mediaSize,
  choices,
  several,
  min = null,
  max = null,
}: {
  field: Field;
  description: string | null;
  mediaSize: MediaSize;
  choices: Choice[];
  /** More than one may be chosen. */
  several: boolean;
  min?: number | null;
  max?: number | null;
}) {
  const { act } = usePhone();
  const id = useId();
  return (
    <fieldset
      className="ph-group"
      role={several ? undefined : 'radiogroup'}
      aria-labelledby={id}
      aria-describedby={field.error === null ? undefined : `${id}-error`}
      data-disabled={!field.enabled || undefined}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) act({ type: 'blur', name: field.name });
      }}
    >
      <GroupHead id={id} field={field} description={description} min={min} max={max} />
      <div className="ph-rows">
        {choices.map((choice, place) => (
          <label
            key={`${place}-${choice.id}`}
            className="ph-option"
            data-disabled={!choice.enabled || undefined}
          >
            {choice.media !== null && <Swatch media={choice.media} size={mediaSize} />}
            <OptionWords choice={choice} />
            <input
              type={several ? 'checkbox' : 'radio'}
              className={several ? 'ph-check' : 'ph-radio'}
              name={`${id}-choice`}
              checked={choice.selected}
              required={!several && !field.optional}
              disabled={!field.enabled || !choice.enabled}
              onChange={() =>
                act({
                  type: several && choice.selected ? 'unselect' : 'select',
                  name: field.name,
                  option: choice.id,
                })
              }
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A `ChipsSelector`: pills that wrap. */
export function Chips({
  field,
  description,
  choices,
  min,
  max,
}: {
  field: Field;
  description: string | null;
  choices: Choice[];
  min: number | null;
  max: number | null;
}) {
  const { act } = usePhone();
  const id = useId();
  return (
    <fieldset
      className="ph-group"
      aria-labelledby={id}
      data-disabled={!field.enabled || undefined}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) act({ type: 'blur', name: field.name });
      }}
    >
      <GroupHead id={id} field={field} description={description} min={min} max={max} />
      <div className="ph-chips">
        {choices.map((choice, place) => (
          <button
            key={`${place}-${choice.id}`}
            type="button"
            className="ph-chip"
            aria-pressed={choice.selected}
            disabled={!field.enabled || !choice.enabled}
            onClick={() =>
              act({ type: choice.selected ? 'unselect' : 'select', name: field.name, option: choice.id })
            }
          >
            <span dir="auto">{choice.title}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** An `OptIn`: a box to tick, small text, a link to read more. */
export function OptIn({
  field,
  checked,
  more,
  onMore,
}: {
  field: Field;
  checked: boolean;
  more: boolean;
  onMore: () => void;
}) {
  const { t, act } = usePhone();
  const id = useId();
  return (
    <div className="ph-optin">
      <input
        id={id}
        type="checkbox"
        className="ph-check"
        checked={checked}
        disabled={!field.enabled}
        aria-required={!field.optional || undefined}
        aria-invalid={field.error !== null || undefined}
        aria-describedby={field.error === null ? undefined : `${id}-error`}
        onChange={() => act({ type: 'set_field', name: field.name, value: !checked })}
        onBlur={() => act({ type: 'blur', name: field.name })}
      />
      <div className="ph-optin-words">
        <label htmlFor={id} dir="auto">
          {field.optional ? t('phone.optionalFirst', { label: field.label }) : field.label}
        </label>
        {more && (
          <>
            {' '}
            <button type="button" className="ph-inline-link" onClick={onMore}>
              {t('phone.readMore')}
            </button>
          </>
        )}
        {field.error !== null && (
          <div className="ph-error" id={`${id}-error`}>
            {errorWords(t, field.error)}
          </div>
        )}
      </div>
      {field.error !== null && (
        <span className="ph-box-error">
          <Glyph name="alert" />
        </span>
      )}
    </div>
  );
}
