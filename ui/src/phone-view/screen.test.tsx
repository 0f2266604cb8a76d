import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Choice, Field, Item, ItemKind, PreviewAct, ScreenView } from '@/host';
import type { Platform } from './phone-context';
import { ScreenContent } from './ScreenContent';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
let place: HTMLElement;
let acts: PreviewAct[];

beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  acts = [];
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  label: `Label of ${name}`,
  optional: false,
  enabled: true,
  helper: null,
  error: null,
  sensitive: false,
  ...more,
});
const choice = (id: string, selected = false): Choice => ({
  id,
  title: `Option ${id}`,
  description: null,
  metadata: null,
  enabled: true,
  selected,
  media: null,
});
const picture = { src: null, alt: 'A room' };
const run = (text: string) => ({ text, bold: false, italic: false, strike: false, link: null });
const group = { description: null, choices: [choice('a', true), choice('b')], min: null, max: null };
const days = { minDate: '2026-11-01', maxDate: '2026-12-31', unavailable: ['2026-11-28'] };
const files = {
  description: null,
  files: [{ name: 'one.pdf', size: 2_048, tooLarge: false }],
  min: 0,
  max: 3,
  maxKb: 100,
};

const kinds: ItemKind[] = [
  { type: 'Text', style: 'heading', blocks: [{ type: 'paragraph', runs: [run('Heading words')] }] },
  { type: 'RichText', blocks: [{ type: 'list', start: 3, items: [[run('Third')]] }] },
  {
    type: 'TextInput',
    field: field('line'),
    value: 'x',
    keyboard: 'text',
    masked: false,
    largeLabel: false,
    maxChars: 80,
  },
  { type: 'TextArea', field: field('lines'), value: '', largeLabel: true, used: 0, maxLength: 600 },
  { type: 'CheckboxGroup', field: field('many'), mediaSize: 'regular', ...group },
  {
    type: 'RadioButtonsGroup',
    field: field('one'),
    description: null,
    mediaSize: 'large',
    choices: group.choices,
  },
  { type: 'Dropdown', field: field('list'), choices: group.choices, searchable: true },
  { type: 'ChipsSelector', field: field('chips'), ...group },
  { type: 'DatePicker', input: { part: 'single', field: field('day'), value: '2026-11-26' }, ...days },
  {
    type: 'CalendarPicker',
    title: 'Stay',
    description: null,
    inputs: [
      { part: 'start-date', field: field('stay'), value: '2026-11-26' },
      { part: 'end-date', field: field('stay'), value: '' },
    ],
    includeDays: ['Mon', 'Thu'],
    minDays: null,
    maxDays: null,
    ...days,
  },
  { type: 'OptIn', field: field('agree'), checked: false, more: true },
  { type: 'EmbeddedLink', text: 'Our prices' },
  { type: 'Image', picture, width: null, height: 80, aspectRatio: 1, scale: 'contain' },
  { type: 'ImageCarousel', pictures: [picture, picture], aspectRatio: 4 / 3, scale: 'cover' },
  {
    type: 'NavigationList',
    name: 'rows',
    label: 'Services',
    description: null,
    mediaSize: 'regular',
    rows: [
      {
        id: 'cut',
        pointer: null,
        title: 'Row cut',
        description: null,
        metadata: null,
        start: null,
        end: { title: '€35', description: null, metadata: null },
        badge: null,
        tags: ['New'],
        enabled: true,
      },
    ],
  },
  { type: 'PhotoPicker', picker: { field: field('photos'), ...files, files: [] }, source: 'camera_gallery' },
  { type: 'DocumentPicker', picker: { field: field('papers'), ...files }, mimeTypes: ['application/pdf'] },
  { type: 'Sealed', component: 'VideoPlayer' },
];

function show(items: ItemKind[], platform: Platform = 'android', more: Partial<ScreenView> = {}): void {
  const view: ScreenView = {
    key: 'A',
    id: 'A',
    title: 'A screen',
    back: true,
    progress: 40,
    items: items.map(
      (kind, index): Item => ({ pointer: `/p/${index}`, gap: 'normal', divider: false, kind }),
    ),
    forks: [],
    footer: {
      pointer: '/f',
      label: 'Go on',
      leftCaption: null,
      centerCaption: null,
      rightCaption: null,
      enabled: true,
    },
    loading: false,
    notice: null,
    rtl: false,
    terminal: false,
    ...more,
  };
  act(() =>
    root.render(
      <ScreenContent
        view={view}
        platform={platform}
        theme="light"
        interactive
        onAct={(one) => acts.push(one)}
      />,
    ),
  );
}

function press(selector: string, at = 0): void {
  const found = place.querySelectorAll<HTMLElement>(selector)[at];
  if (found === undefined) throw new Error(`no ${selector}`);
  act(() => found.click());
}

test.each(
  kinds.flatMap((kind) =>
    (['android', 'ios'] as const).map((platform) => [kind.type, platform, kind] as const),
  ),
)('%s is drawn on %s', (_, platform, kind) => {
  show([kind], platform);
  expect(place.querySelector('.ph-part')?.childElementCount).toBeGreaterThan(0);
  for (const button of place.querySelectorAll('button, input, textarea, [role="dialog"]')) {
    const label = button.closest('label')?.textContent ?? '';
    const by = button.getAttribute('aria-labelledby') ?? '';
    const labelled = by
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join('');
    const own = place.querySelector(`label[for="${button.id}"]`)?.textContent ?? '';
    const name = button.getAttribute('aria-label') ?? `${label}${labelled}${own}${button.textContent ?? ''}`;
    expect(name.trim(), button.outerHTML).not.toBe('');
  }
});

test('what is typed, chosen and ticked becomes an act', () => {
  show(kinds);
  press('.ph-check', 1);
  press('.ph-radio', 1);
  press('.ph-chip', 0);
  press('.ph-optin .ph-check');
  press('.ph-link-button');
  press('.ph-nav-row');
  press('.ph-file .ph-icon-button');
  press('.ph-footer-button');
  press('.ph-bar button');
  expect(acts).toEqual([
    { type: 'select', name: 'many', option: 'b' },
    { type: 'select', name: 'one', option: 'b' },
    { type: 'unselect', name: 'chips', option: 'a' },
    { type: 'set_field', name: 'agree', value: true },
    { type: 'press', pointer: '/p/11', item: null },
    { type: 'press', pointer: '/p/14', item: 'cut' },
    { type: 'remove_file', name: 'papers', index: 0 },
    { type: 'press', pointer: '/f', item: null },
    { type: 'back' },
  ]);
});

test('a drop-down opens a list inside the phone, and a choice closes it', () => {
  show([{ type: 'Dropdown', field: field('list'), choices: group.choices, searchable: true }]);
  press('.ph-press');
  expect(place.querySelector('[role="dialog"] input[type="search"]')).not.toBeNull();
  press('.ph-sheet .ph-radio', 1);
  expect(acts).toContainEqual({ type: 'select', name: 'list', option: 'b' });
  expect(place.querySelector('[role="dialog"]')).toBeNull();
});

test('a day is chosen in the month of the value, and a day that is not free cannot be', () => {
  show([
    { type: 'DatePicker', input: { part: 'single', field: field('day'), value: '2026-11-26' }, ...days },
  ]);
  press('.ph-press');
  const cells = [...place.querySelectorAll<HTMLElement>('.ph-day')];
  const taken = cells.find((cell) => cell.textContent === '28');
  expect(taken?.hasAttribute('data-unavailable')).toBe(true);
  const free = cells.find((cell) => cell.textContent === '27' && !cell.hasAttribute('data-outside-month'));
  act(() => free?.click());
  expect(acts).toContainEqual({ type: 'set_field', name: 'day', value: '2026-11-27' });
});

test('a sample file stands in for the customer’s', () => {
  show([
    { type: 'DocumentPicker', picker: { field: field('papers'), ...files }, mimeTypes: ['application/pdf'] },
  ]);
  press('.ph-pick');
  press('.ph-sample', 0);
  expect(acts).toContainEqual({
    type: 'pick_file',
    name: 'papers',
    file: { name: 'document-1.pdf', size: 98_304 },
  });
});

test('a button that does not react yet can be pressed, to learn what is missing', () => {
  const footer = {
    pointer: '/f',
    label: 'Go on',
    leftCaption: null,
    centerCaption: null,
    rightCaption: null,
  };
  show([], 'ios', { footer: { ...footer, enabled: false } });
  expect(place.querySelector('.ph-footer-button')?.getAttribute('aria-disabled')).toBe('true');
  press('.ph-footer-button');
  expect(acts).toEqual([{ type: 'press', pointer: '/f', item: null }]);
});

test('a Flow that reads right to left turns the phone round', () => {
  show([], 'android', { rtl: true });
  expect(place.querySelector('.ph')?.getAttribute('dir')).toBe('rtl');
});

test('an opt-in that may be left says so before its words, other inputs after them', () => {
  const optional = { optional: true };
  show([
    { type: 'OptIn', field: field('agree', optional), checked: false, more: false },
    { type: 'TextArea', field: field('note', optional), value: '', largeLabel: false, used: 0, maxLength: 9 },
  ]);
  expect([...place.querySelectorAll('label')].map((label) => label.textContent)).toEqual([
    '(optional) Label of agree',
    'Label of note (optional)',
  ]);
});

test('what is filled in can be emptied at once, a day and a long answer too', () => {
  show([
    { type: 'TextArea', field: field('note'), value: 'abc', largeLabel: false, used: 3, maxLength: 9 },
    { type: 'DatePicker', input: { part: 'single', field: field('day'), value: '2026-11-26' }, ...days },
  ]);
  press('.ph-clear', 0);
  press('.ph-clear', 0);
  expect(acts).toContainEqual({ type: 'set_field', name: 'note', value: '' });
  expect(acts).toContainEqual({ type: 'set_field', name: 'day', value: null });
});

test('captions with the same words are both shown, at their edges', () => {
  const footer = { pointer: '/f', label: 'Go on', centerCaption: null, enabled: true };
  show([], 'android', { footer: { ...footer, leftCaption: '€ 5', rightCaption: '€ 5' } });
  expect([...place.querySelectorAll('[data-at]')].map((words) => words.getAttribute('data-at'))).toEqual([
    'left',
    'right',
  ]);
});

test('a picture without height or ratio keeps its own', () => {
  const image = {
    type: 'Image',
    picture: { src: 'data:image/png;base64,iVBORw0KGgo=', alt: 'x' },
    scale: 'contain',
  } as const;
  show([
    { ...image, width: null, height: null, aspectRatio: null },
    { ...image, width: 80, height: null, aspectRatio: 2 },
    { ...image, width: 80, height: 50, aspectRatio: 2 },
  ]);
  const styles = [...place.querySelectorAll<HTMLElement>('.ph-image')].map(({ style }) => [
    style.blockSize,
    style.aspectRatio,
  ]);
  expect(styles).toEqual([
    ['', ''],
    ['', '2 / 1'],
    ['50px', ''],
  ]);
});

test('the keyboard that a field asks for comes up with the focus, and goes when a press has ended', async () => {
  const frame = () => act(() => new Promise((done) => requestAnimationFrame(() => done(undefined))));
  const kind = () => place.querySelector('.ph-keys')?.getAttribute('data-kind');
  show(
    (['number', 'phone', 'email'] as const).map((keyboard) => ({
      type: 'TextInput',
      field: field(keyboard),
      value: '',
      keyboard,
      masked: false,
      largeLabel: false,
      maxChars: 80,
    })),
  );
  const fields = [...place.querySelectorAll<HTMLElement>('.ph-input')];
  for (const [at, wanted] of ['number', 'phone', 'email'].entries()) {
    act(() => fields[at]?.focus());
    expect(kind()).toBe(wanted);
  }
  const button = place.querySelector<HTMLElement>('.ph-footer-button');
  act(() => {
    button?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    button?.focus();
  });
  expect(kind()).toBe('email');
  button?.dispatchEvent(new Event('pointerup', { bubbles: true }));
  await frame();
  expect(kind()).toBeUndefined();
});
