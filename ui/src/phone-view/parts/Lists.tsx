import { useId } from 'react';
import type { ListItem, MediaSize, Pointer } from '@/host';
import { Glyph } from '../glyphs';
import { usePhone } from '../phone-context';
import { Pic } from './Pictures';

/** A `NavigationList`: rows that lead on. */
export function NavigationList({
  pointer,
  label,
  description,
  mediaSize,
  rows,
}: {
  pointer: Pointer;
  label: string | null;
  description: string | null;
  mediaSize: MediaSize;
  rows: ListItem[];
}) {
  const { act } = usePhone();
  const id = useId();
  return (
    <section className="ph-group" aria-labelledby={label === null ? undefined : id}>
      {label !== null && (
        <div className="ph-group-label" id={id} dir="auto">
          {label}
        </div>
      )}
      {description !== null && (
        <div className="ph-group-description" dir="auto">
          {description}
        </div>
      )}
      <div className="ph-rows ph-nav-rows">
        {rows.map((row, place) => (
          <button
            key={`${place}-${row.id}`}
            type="button"
            className="ph-nav-row"
            disabled={!row.enabled}
            onClick={() => act({ type: 'press', pointer, item: row.id })}
          >
            {row.start !== null && (
              <Pic
                picture={row.start}
                className={mediaSize === 'large' ? 'ph-thumb ph-thumb-huge' : 'ph-thumb ph-thumb-nav'}
              />
            )}
            <span className="ph-option-main">
              <span className="ph-option-title" dir="auto">
                {row.title}
              </span>
              {row.description !== null && (
                <span className="ph-option-second" dir="auto">
                  {row.description}
                </span>
              )}
              {row.metadata !== null && (
                <span className="ph-option-second" dir="auto">
                  {row.metadata}
                </span>
              )}
              {row.badge !== null ? (
                <span className="ph-badge" dir="auto">
                  {row.badge}
                </span>
              ) : (
                row.tags.length > 0 && (
                  <span className="ph-tags">
                    {row.tags.map((tag) => (
                      <span key={tag} className="ph-tag" dir="auto">
                        {tag}
                      </span>
                    ))}
                  </span>
                )
              )}
            </span>
            {row.end !== null && (
              <span className="ph-nav-end">
                {row.end.title !== null && <bdi className="ph-nav-end-title">{row.end.title}</bdi>}
                {row.end.description !== null && <bdi>{row.end.description}</bdi>}
                {row.end.metadata !== null && <bdi>{row.end.metadata}</bdi>}
              </span>
            )}
            <Glyph name="chevron" size={18} />
          </button>
        ))}
      </div>
    </section>
  );
}
