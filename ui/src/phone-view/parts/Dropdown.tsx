import { useId, useRef, useState } from 'react';
import type { Choice, Field } from '@/host';
import { Glyph } from '../glyphs';
import { usePhone } from '../phone-context';
import { OptionWords, Swatch } from './Choices';
import { Sheet } from './Sheet';
import { Below, labelWords } from './TextFields';

/** A field that opens something instead of taking letters: a drop-down, a date. */
export function PressField({
  field,
  value,
  glyph,
  onOpen,
  onClear,
}: {
  field: Field;
  value: string;
  glyph: 'down' | 'calendar' | 'chevron';
  onOpen: () => void;
  onClear: () => void;
}) {
  const { t, act, look } = usePhone();
  const id = useId();
  const filled = value !== '';
  return (
    <div
      className="ph-field"
      data-filled={filled || undefined}
      data-error={field.error !== null || undefined}
      data-disabled={!field.enabled || undefined}
    >
      <div className="ph-box">
        <span className="ph-label" id={`${id}-label`} dir="auto">
          <span>{labelWords(t, field)}</span>
        </span>
        <button
          type="button"
          className="ph-input ph-press"
          disabled={!field.enabled}
          aria-haspopup="dialog"
          aria-labelledby={`${id}-label ${id}-value`}
          aria-describedby={`${id}-below`}
          onClick={onOpen}
          onBlur={() => act({ type: 'blur', name: field.name })}
        >
          <bdi id={`${id}-value`}>{value}</bdi>
        </button>
        {filled && field.enabled && (
          <button
            type="button"
            className="ph-clear"
            aria-label={t('phone.clear', { label: field.label })}
            onClick={onClear}
          >
            <Glyph name={look.platform === 'ios' ? 'clear' : 'close'} />
          </button>
        )}
        <span className="ph-box-glyph" aria-hidden="true">
          <Glyph name={field.error === null ? glyph : 'alert'} />
        </span>
      </div>
      <Below field={field} id={`${id}-below`} />
    </div>
  );
}

/** A `Dropdown`: a field that opens a list, with a search box when the list is long. */
export function Dropdown({
  field,
  choices,
  searchable,
}: {
  field: Field;
  choices: Choice[];
  searchable: boolean;
}) {
  const { t, act } = usePhone();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const id = useId();
  /** Going along the list with arrows chooses, which is a click to the browser; the list stays open then. */
  const arrows = useRef(false);
  const chosen = choices.find((choice) => choice.selected);
  const wanted = words.trim().toLocaleLowerCase();
  const shown = choices.filter((choice) => choice.title.toLocaleLowerCase().includes(wanted));

  function close() {
    setOpen(false);
    setWords('');
    act({ type: 'blur', name: field.name });
  }

  const choose = (choice: Choice) => act({ type: 'select', name: field.name, option: choice.id });

  return (
    <>
      <PressField
        field={field}
        value={chosen?.title ?? ''}
        glyph="down"
        onOpen={() => setOpen(true)}
        onClear={() => chosen && act({ type: 'unselect', name: field.name, option: chosen.id })}
      />
      {open && (
        <Sheet title={field.label} onClose={close}>
          {searchable && (
            <div className="ph-search">
              <Glyph name="search" size={18} />
              <input
                type="search"
                value={words}
                placeholder={t('phone.search')}
                aria-label={t('phone.search')}
                onChange={(event) => setWords(event.target.value)}
              />
            </div>
          )}
          <div className="ph-sheet-body ph-rows" role="radiogroup" aria-label={field.label}>
            {shown.map((choice, place) => (
              <label
                key={`${place}-${choice.id}`}
                className="ph-option"
                onPointerDown={() => {
                  arrows.current = false;
                }}
                data-selected={choice.selected || undefined}
                data-disabled={!choice.enabled || undefined}
              >
                {choice.media !== null && <Swatch media={choice.media} size="regular" />}
                <OptionWords choice={choice} />
                <input
                  type="radio"
                  className="ph-radio"
                  name={id}
                  checked={choice.selected}
                  disabled={!choice.enabled}
                  onChange={() => choose(choice)}
                  onKeyDown={(event) => {
                    arrows.current = event.key.startsWith('Arrow');
                    if (event.key !== 'Enter') return;
                    if (!choice.selected) choose(choice);
                    close();
                  }}
                  onClick={() => !arrows.current && close()}
                />
              </label>
            ))}
            {shown.length === 0 && <p className="ph-nothing">{t('phone.nothingFound', { words })}</p>}
          </div>
        </Sheet>
      )}
    </>
  );
}
