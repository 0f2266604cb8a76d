import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bubble, BubbleButton, BubbleText, ChatView, Glance, TextRun } from '@/host';
import { loadWords, setLanguage } from '@/i18n';
import { ChatPhone, type ChatPhoneProps } from './ChatPhone';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
let place: HTMLElement;

beforeEach(async () => {
  await setLanguage('en');
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

const run = (text: string, more: Partial<TextRun> = {}): TextRun => ({
  text,
  bold: false,
  italic: false,
  strike: false,
  code: false,
  mono: false,
  link: null,
  variable: null,
  ...more,
});
const words = (at: string, ...runs: TextRun[]): BubbleText => ({
  at,
  rtl: false,
  lines: [{ kind: { type: 'plain' }, runs }],
  cut: null,
});
const button = (label: string, more: Partial<BubbleButton> = {}): BubbleButton => ({
  at: `/buttons/${label}`,
  role: 'reply',
  label,
  target: null,
  sign: 'reply',
  otherwise: null,
  ...more,
});
const empty: Bubble = {
  at: '',
  quote: null,
  head: null,
  offer: null,
  shop: null,
  template: null,
  text: null,
  largeEmoji: 0,
  linkCard: null,
  footer: null,
  sealed: [],
  buttons: [],
  shown: 0,
  sheet: null,
  cards: [],
  reaction: null,
};
const glance: Glance = { kind: 'photo', text: '', rtl: false };
const view = (bubble: Partial<Bubble>, more: Partial<ChatView> = {}): ChatView => ({
  language: 'en',
  rtl: false,
  bubble: { ...empty, ...bubble },
  receipt: null,
  borrowedWords: false,
  glance,
  ...more,
});

function draw(shown: ChatView, more: Partial<ChatPhoneProps> = {}) {
  const sender = { name: 'Iris Salon' };
  act(() =>
    root.render(<ChatPhone view={shown} theme="light" platform="android" sender={sender} {...more} />),
  );
}

function named(role: string, name: string): HTMLElement {
  const found = Array.from(place.querySelectorAll<HTMLElement>(role)).find(
    (element) => (element.getAttribute('aria-label') ?? element.textContent)?.trim() === name,
  );
  if (found === undefined) throw new Error(`no ${role} “${name}” in ${place.innerHTML}`);
  return found;
}

const press = (element: HTMLElement) => act(() => element.click());
const key = (element: HTMLElement, pressed: string) =>
  act(() => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
  });
const dialog = () => place.querySelector<HTMLElement>('[role="dialog"]');

test('a sample is marked with its variable, one that is missing is told in words', () => {
  const name = { name: 'first_name', missing: false };
  draw(
    view({
      text: words(
        '/b',
        run('Hi '),
        run('Ana', { variable: name, bold: true }),
        run('when_to', { variable: { name: 'when_to', missing: true } }),
        run('2', { variable: { name: '2', missing: true } }),
      ),
    }),
  );
  const [sample, missing, numbered] = place.querySelectorAll('.ph-detail');
  expect(sample?.textContent).toBe('Ana');
  expect(sample?.getAttribute('title')).toBe('first_name');
  expect(sample?.closest('strong')).not.toBeNull();
  expect(missing?.textContent).toBe('when to (no sample)');
  expect(numbered?.textContent).toBe('detail 2 (no sample)');
  expect(named('article', 'Message from Iris Salon').textContent).toContain('Hi Ana');
});

test('a long text shows the rest when it is asked for', () => {
  const text: BubbleText = {
    ...words('/b'),
    lines: [
      { kind: { type: 'bullet' }, runs: [run('one')] },
      { kind: { type: 'plain' }, runs: [run('two '), run('three')] },
    ],
    cut: { line: 1, run: 1 },
  };
  draw(view({ text }));
  expect(place.textContent).not.toContain('three');
  press(named('button', 'Read more'));
  expect(place.textContent).toContain('three');
  expect(place.querySelector('ul.ph-text-list li')?.textContent).toBe('one');
});

test('See all options opens every button, Escape closes it, and a press selects the part', () => {
  const picks: string[] = [];
  const buttons = [button('A'), button('B'), button('C'), button('D')];
  draw(view({ buttons, shown: 2 }), { onPick: (at) => picks.push(at) });
  expect(() => named('button', 'C')).toThrow();
  press(named('button', 'See all options'));
  expect(dialog()?.querySelectorAll('li button')).toHaveLength(4);
  key(dialog() as HTMLElement, 'Escape');
  expect(dialog()).toBeNull();
  press(named('button', 'See all options'));
  press(dialog()?.querySelectorAll<HTMLElement>('li button')[2] as HTMLElement);
  expect(dialog()).toBeNull();
  press(named('button', 'A'));
  expect(picks).toEqual(['/buttons/C', '/buttons/A']);
});

test('a list opens its sections; a choice has to be made before it is sent', () => {
  const row = (title: string) => ({ at: `/rows/${title}`, title, description: 'With Ana' });
  const sheet = {
    products: false,
    sections: [{ at: '/s', title: 'Morning', rows: [row('9:00'), row('10:00')] }],
  };
  draw(view({ buttons: [button('See times', { role: 'choices', sign: 'list' })], shown: 1, sheet }));
  press(named('button', 'See times'));
  expect(dialog()?.querySelector('legend')?.textContent).toBe('Morning');
  const send = named('button', 'Send') as HTMLButtonElement;
  expect(send.disabled).toBe(true);
  press(dialog()?.querySelector('input[type="radio"]') as HTMLElement);
  expect(send.disabled).toBe(false);
  press(send);
  expect(dialog()).toBeNull();
});

test('cards move by buttons and arrow keys, and never past the last', () => {
  const card = (at: string) => ({
    at,
    head: null,
    text: words(at, run(at)),
    buttons: [button('Shop')],
    sealed: [],
  });
  draw(view({ cards: [card('/1'), card('/2')] }));
  const track = named('section', '2 cards');
  const [next, previous] = [
    named('button', 'Next card'),
    named('button', 'Card before'),
  ] as HTMLButtonElement[];
  expect(previous?.disabled).toBe(true);
  press(next as HTMLElement);
  expect([previous?.disabled, next?.disabled]).toEqual([false, true]);
  key(track, 'ArrowLeft');
  expect(previous?.disabled).toBe(true);
  expect(named('article', 'Card 2 of 2').textContent).toContain('/2');
});

test('each part can be selected by keyboard, and the selected one has a mark', () => {
  const picks: string[] = [];
  const shown = view({ text: words('/body', run('Hi')), footer: words('/foot', run('Stop')) });
  draw(shown, { onPick: (at) => picks.push(at), picked: '/foot' });
  press(named('button', 'Go to this part: text'));
  expect(picks).toEqual(['/body']);
  expect(place.querySelector('[data-picked]')?.textContent).toBe('Stop');
  draw(shown);
  expect(place.querySelectorAll('.ph-pick-key')).toHaveLength(0);
});

test('an iPhone copies a code that Android hands to an app', () => {
  const shown = view({ buttons: [button('Autofill', { role: 'autofill', otherwise: 'Copy it' })], shown: 1 });
  draw(shown);
  named('button', 'Autofill');
  draw(shown, { platform: 'ios' });
  named('button', 'Copy it');
});

test('a picture is looked up by what the message names', () => {
  const file = { kind: 'handle', value: '4::a' } as const;
  const shown = view({ head: { at: '/h', kind: { type: 'image', file } } });
  draw(shown, { picture: ({ kind, value }) => `${kind}/${value}` });
  expect(place.querySelector('.ph-photo img')?.getAttribute('src')).toBe('handle/4::a');
  draw(shown);
  expect(place.querySelector('.ph-photo [role="img"]')?.getAttribute('aria-label')).toBe('Picture');
});

test('the list of chats and a notification say what it is in one line', () => {
  draw(view({}), { mode: 'chatList' });
  expect(named('ul', 'List of chats').textContent).toContain('Photo');
  draw(view({}, { glance: { kind: 'photo', text: 'Our shop', rtl: false } }), { mode: 'notification' });
  expect(named('article', 'Notification').textContent).toContain('Our shop');
  expect(place.textContent).not.toContain('Photo');
});

test('an Arabic message turns the phone round and speaks Arabic', async () => {
  draw(view({ text: { ...words('/b', run('مرحبًا')), rtl: true } }, { rtl: true }));
  await act(() => loadWords('ar'));
  expect(place.textContent).toContain('اليوم');
  expect(place.querySelector('.ph-room')?.getAttribute('dir')).toBe('rtl');
});

test('words that stand in, an empty message and a receipt are told', () => {
  draw(view({}, { borrowedWords: true, language: 'pt_BR' }));
  expect(place.textContent).toContain('Nothing to show yet');
  expect(place.textContent).toContain('WhatsApp says this in Portuguese (Brazil)');
  draw({ ...view({}), bubble: null, receipt: { typing: true } });
  expect(place.querySelector('[aria-label="typing…"]')).not.toBeNull();
});
