import { expect, test } from 'vitest';
import type { ComponentFacts } from '@/document';
import type { JsonValue, Screen } from '@/host';
import { spotFor } from './allowed';

function facts(type: string, more: Partial<ComponentFacts> = {}): ComponentFacts {
  const parents = ['SingleColumnLayout', 'Form', 'If', 'Switch'].map((place) => ({
    type: place,
    since: '2.1',
  }));
  return {
    type,
    since: '2.1',
    parents,
    value: null,
    maxPerScreen: null,
    maxPerScreenSince: null,
    maxPerFlow: null,
    shownItems: null,
    properties: [],
    ...more,
  };
}

function screen(...children: JsonValue[]): Screen {
  const json = { layout: { type: 'SingleColumnLayout', children } };
  return {
    key: 'A',
    index: 0,
    id: 'A',
    title: 'A',
    entry: true,
    terminal: false,
    position: { x: 0, y: 0 },
    json,
  };
}

const at = '/screens/0/layout/children';
const footer = { type: 'Footer', label: 'Go' };
const text = { type: 'TextBody', text: 'Hello' };
const form = { type: 'Form', name: 'form', children: [{ type: 'TextInput', name: 'a' }, footer] };

test('behind the selected part, else before the button at the bottom', () => {
  const flow = screen(text, text, footer);
  expect(spotFor(facts('TextBody'), flow, `${at}/0`, '7.2').gap).toEqual({ list: at, index: 1 });
  expect(spotFor(facts('TextBody'), flow, `${at}/2`, '7.2').gap).toEqual({ list: at, index: 2 });
  expect(spotFor(facts('TextBody'), flow, null, '7.2').gap).toEqual({ list: at, index: 2 });
});

test('a question goes into the Form when there is one', () => {
  const input = facts('TextInput', { value: 'string' });
  expect(spotFor(input, screen(text, form), `${at}/0`, '7.2').gap).toEqual({
    list: `${at}/1/children`,
    index: 1,
  });
  expect(spotFor(facts('TextBody'), screen(text, form), `${at}/0`, '7.2').gap).toEqual({
    list: at,
    index: 1,
  });
});

test('where it may not stand it goes further out', () => {
  const flow = screen({ type: 'Switch', value: '${data.x}', cases: { a: [text] } }, footer);
  const onlyTop = facts('Form', { parents: [{ type: 'SingleColumnLayout', since: '2.1' }] });
  expect(spotFor(onlyTop, flow, `${at}/0/cases/a/0`, '7.2').gap).toEqual({ list: at, index: 1 });
});

test('a full screen, an old version and no place are said', () => {
  const one = facts('Footer', { maxPerScreen: 1 });
  expect(spotFor(one, screen(footer), null, '7.2').reason).toEqual({ kind: 'count', count: 1 });
  expect(spotFor(one, screen(text), null, '7.2').reason).toBeNull();
  expect(spotFor(facts('ChipsSelector', { since: '6.3' }), screen(), null, '6.1').reason).toEqual({
    kind: 'version',
    version: '6.3',
  });
  expect(
    spotFor(facts('X', { parents: [{ type: 'If', since: '4.0' }] }), screen(), null, '7.2').reason,
  ).toEqual({
    kind: 'place',
    places: ['If'],
  });
});

test('of branches only the fullest counts', () => {
  const branches = { type: 'If', condition: '${data.x}', then: [footer], else: [footer] };
  const two = facts('Footer', { maxPerScreen: 2 });
  expect(spotFor(two, screen(branches), null, '7.2').reason).toBeNull();
});
