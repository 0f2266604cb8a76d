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
  send: 'M4 11.5 20 4l-5 16-3.5-7Zm7.5 1.5L20 4',
  reply: 'M10 6 4 12l6 6M4.5 12H14a6 6 0 0 1 6 6v1',
  out: 'M13 4.5h6.5V11M19 5l-8.5 8.5M17 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8.5A1.5 1.5 0 0 1 6 7h4',
  phone:
    'M6.5 4h3l1.5 4.5-2 1.6a12 12 0 0 0 5 5l1.6-2L20 14.5v3a2 2 0 0 1-2.2 2A15.5 15.5 0 0 1 4.5 6.2 2 2 0 0 1 6.5 4Z',
  copy: 'M9.5 8.5h9A1.5 1.5 0 0 1 20 10v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 8 19v-9a1.5 1.5 0 0 1 1.5-1.5ZM5 15.5A1.5 1.5 0 0 1 3.5 14V5A1.5 1.5 0 0 1 5 3.5h9A1.5 1.5 0 0 1 15.5 5',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01',
  gift: 'M4 9.5h16v3.5H4ZM5.5 13v7h13v-7M12 9.5V20M12 9.5S8 9 8 6.5 11.5 4.5 12 9.5Zm0 0s4-.5 4-3-3.5-2-4 3Z',
  star: 'm12 4 2.4 5.1 5.6.7-4.1 3.9 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.8l5.6-.7Z',
  pin: 'M12 21s-6.5-6.2-6.5-11a6.5 6.5 0 0 1 13 0c0 4.8-6.5 11-6.5 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8a7.5 7.5 0 0 1 15 0',
  video:
    'M4.5 6h9A1.5 1.5 0 0 1 15 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6ZM15 11l6-3.5v9L15 13',
  sticker:
    'M6 4h12a2 2 0 0 1 2 2v8l-6 6H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Zm14 10h-4a2 2 0 0 0-2 2v4M9 9.5h.01M15 9.5h.01M9 13a4 4 0 0 0 3 1.5',
  play: 'M8 5.5v13l10.5-6.5Z',
  mic: 'M12 4a3 3 0 0 1 3 3v4.5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3Zm-6 7.5a6 6 0 0 0 12 0M12 17.5V21',
  note: 'M9 18V6l10-2v12M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Zm10-2a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  bag: 'M6 8h12l1 12H5ZM9 8V7a3 3 0 0 1 6 0v1',
  face: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9 10h.01M15 10h.01M8.5 14a4.2 4.2 0 0 0 7 0',
  clip: 'm19 11.5-7.3 7.3a4.5 4.5 0 0 1-6.4-6.4L13 4.7a3 3 0 0 1 4.3 4.3l-7.6 7.5a1.5 1.5 0 0 1-2.1-2.1l6.9-6.9',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 4V12l3 2',
  blocks: 'M4 4h16v6H4ZM4 14h7v6H4ZM15 14h5v6h-5Z',
  ticks: 'm2 12.5 4.5 4.5L14 8M11 15.5l1.5 1.5L21 8',
} as const;

/** Name of a drawing. */
export type GlyphName = keyof typeof PATHS;

/** Drawings that point along the line of reading and turn with it. */
const MIRRORED: ReadonlySet<GlyphName> = new Set(['back', 'chevron', 'chevronBack', 'reply', 'out', 'send']);

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
