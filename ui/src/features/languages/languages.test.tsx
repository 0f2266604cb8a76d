import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FlowProvider, flowOf, wordsOf } from '@/document';
import { type Session, sessionOf } from '@/document/session';
import type { Edit, Languages, Patch, Screen, Text, Value } from '@/host';
import LanguagesView from './LanguagesView';

const core = vi.hoisted(() => ({ languageList: vi.fn(), flowEdit: vi.fn() }));
vi.mock('@/host', () => ({ host: core, onEvent: () => () => undefined }));
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
vi.stubGlobal('CSS', { escape: (text: string) => text });

let root: Root;
let place: HTMLElement;
let edits: Edit[];

const SCREEN: Screen = {
  key: 'A',
  index: 0,
  id: 'A',
  title: 'First',
  entry: true,
  terminal: false,
  position: { x: 0, y: 0 },
  json: { id: 'A', layout: { children: [{ type: 'Footer', label: 'Send' }] } },
};

function text(original: string, part: string | null = null): Text {
  const where = { at: '/screens/0/title', screen: 'A', part, component: null, property: 'title' };
  return {
    original,
    places: [{ ...where, role: 'title' }],
    limit: 8,
    pieces: original.includes('$') ? ['${form.day}'] : [],
    hasLetters: true,
  };
}

/** Shows a Flow with Spanish, whose core takes every note. */
async function show(notes: Record<string, Value>): Promise<Session> {
  const texts = [text('First'), text('On ${form.day}'), text('Send', '/screens/0/layout/children/0')];
  const snapshot = {
    revision: 1,
    name: 'Sample',
    readable: true,
    version: '7.3',
    dataApiVersion: null,
    screens: [SCREEN],
    edges: [],
    diagnostics: [],
    notes,
    history: { undo: [], redo: [] },
  };
  const session = sessionOf('f', flowOf(snapshot));
  core.languageList.mockImplementation(async () => {
    const known = wordsOf(session.store.getState().flow.notes).get('es');
    const coverage = { translated: texts.filter((text) => known?.has(text.original)).length, total: 3 };
    const es = { tag: 'es', coverage, leftOver: [], suggestions: [], doubts: [], findings: [] };
    const list: Languages = { own: null, texts, others: [es], known: ['es', 'de'] };
    return { ok: true, data: list };
  });
  core.flowEdit.mockImplementation(async (_: string, revision: number, edit: Edit) => {
    edits.push(edit);
    const noted = edit.type === 'SetNote' ? { [edit.at]: edit.value } : {};
    const patch = { ...snapshot, revision: revision + 1, order: null, screens: [], text: [], focus: null };
    return { ok: true, data: { ...patch, notes: noted } as unknown as Patch };
  });
  await act(async () =>
    root.render(
      <FlowProvider session={session}>
        <LanguagesView />
      </FlowProvider>,
    ),
  );
  return session;
}

function cells(): HTMLTextAreaElement[] {
  return [...place.querySelectorAll('textarea')];
}

function cell(index: number): HTMLTextAreaElement {
  const found = cells()[index];
  if (found === undefined) throw new Error(`no cell ${index}`);
  return found;
}

async function type(at: HTMLTextAreaElement, words: string): Promise<void> {
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  await act(async () => {
    at.focus();
    set?.call(at, words);
    at.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function enter(at: HTMLTextAreaElement, shiftKey = false): Promise<void> {
  await act(async () => {
    at.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', shiftKey, bubbles: true, cancelable: true }),
    );
  });
}

beforeEach(() => {
  edits = [];
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

test('a Flow with one language says what this is for', async () => {
  await show({});
  expect(place.textContent).toContain('This Flow speaks one language so far');
  expect(cells()).toEqual([]);
});

test('Enter keeps the words and goes on; pieces are typed by their short names', async () => {
  await show({ '/languages/es': {} });
  expect(cell(1).getAttribute('aria-label')).toBe('Spanish for “On {day}”');
  await type(cell(0), 'Primero');
  await enter(cell(0));
  expect(document.activeElement).toBe(cell(1));
  await type(cell(1), 'El {day}');
  await enter(cell(1));
  expect(edits).toEqual([
    { type: 'SetNote', at: '/words/es/First', value: 'Primero' },
    { type: 'SetNote', at: '/words/es/On ${form.day}', value: 'El ${form.day}' },
  ]);
  expect(place.textContent).toContain('2 of 3');
  await enter(cell(2), true);
  expect(document.activeElement).toBe(cell(1));
});

test('words that are taken out again are no translation', async () => {
  await show({ '/languages/es': {}, '/words/es/Send': 'Enviar' });
  await type(cell(2), ' ');
  await enter(cell(2));
  expect(edits).toEqual([{ type: 'SetNote', at: '/words/es/Send', value: null }]);
});

test('the row and the language one is at show on the phone', async () => {
  const session = await show({ '/languages/es': {} });
  await act(async () => cell(2).focus());
  const { selection, language } = session.store.getState();
  expect(selection).toEqual({ screens: ['A'], part: '/screens/0/layout/children/0' });
  expect(language).toBe('es');
});

test('what was missing stays in sight while it is translated', async () => {
  await show({ '/languages/es': {}, '/words/es/First': 'Primero' });
  const only = place.querySelector<HTMLInputElement>('input[type="checkbox"]');
  await act(async () => only?.click());
  expect(cells()).toHaveLength(2);
  await type(cell(0), 'El {day}');
  await enter(cell(0));
  expect(cells()).toHaveLength(2);
  expect(document.activeElement).toBe(cell(1));
});
