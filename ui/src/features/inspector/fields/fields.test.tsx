import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PropertyFacts } from '@/document';
import { type Flow, flowOf, type Session } from '@/document';
import type { Diagnostic, Edit, Screen, Value } from '@/host';
import { sourcesFor } from '@/sending';
import { InspectedProvider } from '../context';
import { components } from './facts.sample';
import { PropertyField } from './PropertyField';

vi.mock('@/host', () => ({ host: {}, onEvent: () => () => undefined }));
// The editor needs a real window; the window's own tests drive it.
vi.mock('../formula', () => ({
  Formula: ({ label }: { label: string }) => <input aria-label={label} readOnly />,
}));
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const AT = '/screens/0/layout/children/0';
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

/** Draws the field of a property of a part, and gives the edits it asks for. */
function show(owner: { [key: string]: Value }, facts: PropertyFacts, findings: Diagnostic[] = []): Edit[] {
  const screen: Screen = {
    key: 'A',
    index: 0,
    id: 'A',
    title: 'First',
    entry: true,
    terminal: false,
    position: { x: 0, y: 0 },
    json: { id: 'A', layout: { type: 'SingleColumnLayout', children: [owner] } },
  };
  const other: Screen = {
    ...screen,
    key: 'B',
    index: 1,
    id: 'B',
    title: 'Second',
    entry: false,
    json: { id: 'B' },
  };
  const flow: Flow = flowOf({
    revision: 1,
    name: 'Sample',
    readable: true,
    version: '7.3',
    dataApiVersion: null,
    screens: [screen, other],
    edges: [],
    diagnostics: findings,
    notes: {},
    history: { undo: [], redo: [] },
  });
  const edits: Edit[] = [];
  const inspected = {
    session: {} as Session,
    flow,
    screen,
    at: AT,
    facts: new Map(components.map((component) => [component.type, component])),
    sources: sourcesFor(flow, screen),
    findings,
    inForm: false,
    change: async (edit: Edit | undefined) => {
      if (edit !== undefined) edits.push(edit);
    },
  };
  act(() =>
    root.render(
      <InspectedProvider value={inspected}>
        <PropertyField at={AT} component={String(owner.type)} facts={facts} owner={owner} />
      </InspectedProvider>,
    ),
  );
  return edits;
}

/** A value of the first type a property takes. */
function literalFor(facts: PropertyFacts): Value {
  if (facts.actions.length > 0)
    return { name: facts.actions[0]?.name ?? 'complete', payload: { a: '${form.x}', b: 1 } };
  if (facts.choices[0] !== undefined) return facts.choices[0];
  switch (facts.types[0]) {
    case 'string':
      return 'words';
    case 'number':
    case 'integer':
      return 3;
    case 'boolean':
      return true;
    case 'array':
      return facts.item.length > 0
        ? [{ id: 'a', title: 'A', 'unknown-key': [1] }, 'strange']
        : ['2026-11-26'];
    default:
      return { 'start-date': 'x', 'end-date': 'y' };
  }
}

const all = components.flatMap((component) =>
  component.properties
    .filter((property) => !property.children || property.name === 'cases')
    .map((property) => [component.type, property.name, property] as const),
);

test.each(all)(
  '%s has a field for %s: empty, filled, and taken from elsewhere',
  async (type, name, facts) => {
    const values = [undefined, literalFor(facts), ...(facts.binding.length > 0 ? ['${data.x}'] : [])];
    for (const value of values) {
      show(value === undefined ? { type } : { type, [name]: value }, facts);
      const field = place.querySelector(`[data-property="${name}"]`);
      expect(field, JSON.stringify(value)).not.toBeNull();
      expect(
        field?.querySelector('input, textarea, button, [role="spinbutton"], [role="textbox"]'),
        JSON.stringify(value),
      ).not.toBeNull();
    }
  },
);

function facts(type: string, name: string): PropertyFacts {
  const found = components
    .find((known) => known.type === type)
    ?.properties.find((known) => known.name === name);
  if (found === undefined) throw new Error(`no ${name} of ${type}`);
  return found;
}

test('a switch that goes back to what holds anyway takes the property away', () => {
  const edits = show({ type: 'TextInput', required: true }, facts('TextInput', 'required'));
  act(() => place.querySelector<HTMLInputElement>('input')?.click());
  expect(edits).toEqual([{ type: 'RemoveProperty', at: AT, key: 'required' }]);
});

test('"Show only if" starts from the first thing one can decide by', () => {
  const owner = { type: 'OptIn', name: 'agree', label: 'I agree' };
  const edits = show(owner, facts('OptIn', 'visible'));
  act(() => place.querySelector<HTMLInputElement>('input')?.click());
  expect(edits).toEqual([{ type: 'SetProperty', at: AT, key: 'visible', value: '${form.agree}' }]);
});

test('what Meta refuses stands at its field', () => {
  const problem: Diagnostic = {
    rule: 'empty-label',
    meta_code: 'MIN_CHARS_REQUIRED',
    severity: 'blocked',
    place: {
      pointer: `${AT}/label`,
      path: 'screens[0].layout.children[0].label',
      span: { start: 0, end: 0 },
      lines: { line_start: 1, column_start: 1, line_end: 1, column_end: 1 },
      screen: 'A',
    },
    more_places: [],
    headline: 'This label is empty.',
    why: '',
    message: '',
    fixes: [],
  };
  show({ type: 'TextInput', label: '' }, facts('TextInput', 'label'), [problem]);
  expect(place.textContent).toContain('This label is empty.');
  expect(place.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
});
