/* The phone's own small drawings: 24 grid, line only, none taken from a messenger. */

const PATHS = {
  back: 'M20 12H5m6-6-6 6 6 6',
  chevron: 'm9 5 7 7-7 7',
  chevronBack: 'm15 5-7 7 7 7',
  down: 'm6 9.5 6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  clear: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-3 6 6 6m0-6-6 6',
  calendar:
    'M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V7A1.5 1.5 0 0 1 5 5.5ZM3.5 10h17M8 3v4m8-4v4',
  alert: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5v6m0 3v.2',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20 20',
  image:
    'M5 4h14a1.5 1.5 0 0 1 1.5 1.5v13A1.5 1.5 0 0 1 19 20H5a1.5 1.5 0 0 1-1.5-1.5v-13A1.5 1.5 0 0 1 5 4Zm3.5 6.5a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Zm-4 8 5.5-5 3 2.5 4-4.5 3.5 3.5',
  camera:
    'M4.5 8H8l1.5-2.5h5L16 8h3.5A1.5 1.5 0 0 1 21 9.5v8a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-8A1.5 1.5 0 0 1 4.5 8ZM12 10a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6Z',
  file: 'M7 3h7l5 5v11.5A1.5 1.5 0 0 1 17.5 21h-11A1.5 1.5 0 0 1 5 19.5v-15A1.5 1.5 0 0 1 6.5 3H7Zm7 0v5h5',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  lock: 'M6.5 10.5h11A1.5 1.5 0 0 1 19 12v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5ZM8 10.5V8a4 4 0 0 1 8 0v2.5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
} as const;

/** Name of a drawing. */
export type GlyphName = keyof typeof PATHS;

/** Drawings that point along the line of reading and turn with it. */
const MIRRORED: ReadonlySet<GlyphName> = new Set(['back', 'chevron', 'chevronBack']);

/** A drawing of `size` px in the colour of the text around it. Hidden from screen readers. */
export function Glyph({ name, size = 20 }: { name: GlyphName; size?: number }) {
  return (
    <svg
      className={MIRRORED.has(name) ? 'ph-glyph ph-mirror' : 'ph-glyph'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size >= 20 ? 1.9 : 2.2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The three dots of the overflow menu. */
export function Dots() {
  return (
    <svg
      className="ph-glyph"
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="currentColor"
      aria-hidden="true"
    >
      <circle cx="12" cy="5" r="1.9" />
      <circle cx="12" cy="12" r="1.9" />
      <circle cx="12" cy="19" r="1.9" />
    </svg>
  );
}

/** Signal, Wi-Fi and battery. Never mirrored: phones do not mirror them either. */
export function StatusGlyphs() {
  return (
    <svg className="ph-glyph" width="58" height="13" viewBox="0 0 58 13" aria-hidden="true">
      <g fill="currentColor">
        <rect x="0" y="8" width="2.4" height="4" rx=".6" />
        <rect x="3.8" y="6" width="2.4" height="6" rx=".6" />
        <rect x="7.6" y="3.5" width="2.4" height="8.5" rx=".6" />
        <rect x="11.4" y="1" width="2.4" height="11" rx=".6" opacity=".4" />
      </g>
      <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
        <path d="M20 5a8.5 8.5 0 0 1 11 0M22 7.5a5.3 5.3 0 0 1 7 0M24 10a2.4 2.4 0 0 1 3 0" />
      </g>
      <rect
        x="37.7"
        y="2"
        width="17"
        height="9"
        rx="2.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
      <rect x="39.5" y="3.8" width="11" height="5.4" rx="1.2" fill="currentColor" />
      <rect x="55.6" y="4.8" width="1.6" height="3.4" rx=".8" fill="currentColor" />
    </svg>
  );
}
