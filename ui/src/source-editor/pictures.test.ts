import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { longValues } from './pictures';

function shortened(value: string): string {
  const doc = JSON.stringify({ src: value, label: 'Your name' });
  const state = EditorState.create({ doc, extensions: json() });
  const [found, ...more] = longValues(state, 0, doc.length);
  expect(more).toEqual([]);
  return found === undefined ? doc : doc.slice(0, found.from) + doc.slice(found.to);
}

test.each(['', 'data:image/png;base64,'])('a picture %o keeps its first letters and its quotes', (before) => {
  const value = `${before}iVBORw0KGgoAAAANSUhEUg${'AQab+/'.repeat(60)}==`;
  expect(shortened(value)).toBe(`{"src":"${value.slice(0, 12)}","label":"Your name"}`);
});

test.each([
  ['short ones', 'iVBORw0KGgo='],
  ['words', 'Wash, cut and blow-dry. '.repeat(40)],
])('%s stay whole', (_, value) => {
  expect(shortened(value)).toContain(value);
});
