import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { flushDrafts, JourneyProvider, type JourneySession } from '@/document';
import type { Edit, JourneySnapshot, Value } from '@/host';
import { StepForm } from './StepForm';

vi.mock('@/host', () => ({ host: {}, onEvent: () => () => undefined }));
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

interface Shown {
  sealed?: boolean;
  data?: Value;
}

/** Draws the form of a step, and gives the edits it asks for. Members of the step that they set are set. */
function show(
  kind: string,
  json: { [key: string]: Value },
  { sealed = false, data = {} }: Shown = {},
): Edit[] {
  const journeyOf = (members: { [key: string]: Value }) => {
    const step = { key: 'a', id: 'a', index: 0, kind, title: '', ways: [], sealed, json: members };
    return { steps: [step], data, diagnostics: [] } as unknown as JourneySnapshot;
  };
  const store = createStore(() => ({ journey: journeyOf(json), selection: ['a'] }));
  const edits: Edit[] = [];
  let members = json;
  const session = {
    store,
    async dispatch(wanted: Edit | ((journey: JourneySnapshot) => Edit | undefined)) {
      const edit = typeof wanted === 'function' ? wanted(store.getState().journey) : wanted;
      if (edit !== undefined) edits.push(edit);
      if (edit?.type === 'SetProperty' && edit.at === '/nodes/0') {
        members = { ...members, [edit.key]: edit.value };
        store.setState({ journey: journeyOf(members) });
      }
      return { ok: true, data: null };
    },
  } as unknown as JourneySession;
  act(() =>
    root.render(
      <JourneyProvider value={session}>
        <StepForm onClose={() => undefined} />
      </JourneyProvider>,
    ),
  );
  return edits;
}

function field(label: string): HTMLInputElement {
  const found = [...place.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  const input = document.getElementById(found?.htmlFor ?? '');
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
  return input;
}

/** Writes in a field in place of what stands there. */
async function write(label: string, text: string): Promise<void> {
  const input = field(label);
  await act(async () => input.focus());
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function press(label: string, key: string): Promise<void> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  return act(async () => void field(label).dispatchEvent(event));
}

const leave = (label: string) => act(async () => field(label).blur());

const set = (key: string, value: Value) => ({ type: 'SetProperty', at: '/nodes/0', key, value });

test('a step of a known kind keeps its fields while one of them cannot be read', () => {
  show('wait_until', { time: '09:0' }, { sealed: true });
  expect(field('Until').value).toBe('09:0');
  show('teleport', {}, { sealed: true });
  expect(place.textContent).toContain('Waymark does not know this kind of step.');
  show('constructor', {}, { sealed: true });
  expect(place.textContent).toContain('Waymark does not know this kind of step.');
});

test('half a time of day is not written, and the field says so', async () => {
  const edits = show('wait_until', { time: '09:00' });
  await write('Until', '09:0');
  await act(async () => flushDrafts());
  expect(edits).toEqual([]);
  expect(field('Until').getAttribute('aria-invalid')).toBe('true');
  await write('Until', '9:30');
  await leave('Until');
  expect(edits).toEqual([set('time', '09:30')]);
});

test('a length that is needed is not taken away, one that is not is', async () => {
  const needed = show('wait', { for: '24h' });
  expect(field('How long').value).toBe('24');
  await write('How long', '');
  await leave('How long');
  expect(needed).toEqual([]);
  expect(field('How long').value).toBe('24');
  act(() => root.render(null));
  const free = show('wait_reply', { timeout: '24h' });
  await write('Wait at most', '');
  await leave('Wait at most');
  expect(free).toEqual([{ type: 'RemoveProperty', at: '/nodes/0', key: 'timeout' }]);
});

test('the share of a way is a whole number', async () => {
  const edits = show('split', { ways: [{ id: 'a', name: 'A', weight: 2 }] });
  await write('Share', '');
  await leave('Share');
  expect(edits).toEqual([]);
  await write('Share', '3.6');
  await leave('Share');
  expect(edits).toEqual([{ type: 'SetProperty', at: '/nodes/0/ways/0', key: 'weight', value: 4 }]);
});

test('an answer is kept under a new name, which is declared once it is written', async () => {
  const edits = show('wait_reply', { save: 'was_right' });
  expect(field('Keep the answer as').value).toBe('was right');
  await write('Keep the answer as', 'pet');
  await write('Keep the answer as', 'pet name');
  expect(edits).toEqual([]);
  await leave('Keep the answer as');
  expect(edits).toEqual([
    {
      type: 'Batch',
      name: null,
      edits: [
        set('save', 'pet_name'),
        { type: 'SetProperty', at: '/data', key: 'pet_name', value: { type: 'text' } },
      ],
    },
  ]);
});

test('the name of a value is chosen, or written and confirmed, by keys', async () => {
  const data = { size: { type: 'text' }, pet_name: { type: 'text' } };
  const edits = show('wait_reply', { save: 'size' }, { data });
  await write('Keep the answer as', 'pet');
  await press('Keep the answer as', 'ArrowDown');
  await press('Keep the answer as', 'Enter');
  expect(edits).toEqual([set('save', 'pet_name')]);
  expect(field('Keep the answer as').value).toBe('pet name');
  await write('Keep the answer as', 'Size');
  await press('Keep the answer as', 'Enter');
  expect(edits[1]).toMatchObject({ edits: [set('save', 'Size'), { value: { type: 'text' } }] });
  await write('Keep the answer as', 'اسم');
  await leave('Keep the answer as');
  expect(edits).toHaveLength(2);
  expect(place.textContent).toContain('Use letters, digits and _ only');
});

test('a comma that is typed stays while the words are written, until the field is left', async () => {
  const edits = show('keyword', { words: [] });
  await write('Words', 'book, ');
  await act(async () => flushDrafts());
  expect(edits).toEqual([set('words', ['book'])]);
  expect(field('Words').value).toBe('book, ');
  await write('Words', 'book, appointment،');
  await act(async () => flushDrafts());
  expect(edits[1]).toEqual(set('words', ['book', 'appointment']));
  expect(field('Words').value).toBe('book, appointment،');
  await leave('Words');
  expect(field('Words').value).toBe('book, appointment');
});

test('the name of a value goes where it may, and comes back where it is needed', async () => {
  const free = show('wait_reply', { save: 'was_right' });
  await write('Keep the answer as', '');
  await leave('Keep the answer as');
  expect(free).toEqual([{ type: 'RemoveProperty', at: '/nodes/0', key: 'save' }]);
  act(() => root.render(null));
  const needed = show('set', { field: 'was_right', value: null });
  await write('Value', '');
  await leave('Value');
  expect(needed).toEqual([]);
  expect(field('Value').value).toBe('was right');
});

test('the questions of an answer are words between commas of any script', async () => {
  const edits = show('faq', { entries: [{ questions: ['Open?'], answer: 'Yes' }] });
  await write('How people ask it', 'متى، أين,');
  await leave('How people ask it');
  expect(edits).toEqual([
    { type: 'SetProperty', at: '/nodes/0/entries/0', key: 'questions', value: ['متى', 'أين'] },
  ]);
});
