import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { pointerAt, rangeOf } from './places';

const text = '{"version": "7.3", "screens": [{"id": "A", "a/b~": [1, {"x": null}]}]}';

function stateOf(doc: string): EditorState {
  return EditorState.create({ doc, extensions: [json()] });
}

test.each([
  ['', text],
  ['/version', '"7.3"'],
  ['/screens/0/id', '"A"'],
  ['/screens/0/a~1b~0/1', '{"x": null}'],
  ['/screens/0/a~1b~0/1/x', 'null'],
])('the value of %j is found', (pointer, value) => {
  const range = rangeOf(stateOf(text), pointer);
  expect(range && text.slice(range.from, range.to)).toBe(value);
});

test.each(['/nothing', '/screens/1', '/version/0', '/screens/0/id/x'])('%j is nowhere', (pointer) => {
  expect(rangeOf(stateOf(text), pointer)).toBeNull();
});

test.each([
  ['"7.3"', '/version'],
  ['"A"', '/screens/0/id'],
  ['null', '/screens/0/a~1b~0/1/x'],
])('the place inside %s has a pointer', (value, pointer) => {
  expect(pointerAt(stateOf(text), text.indexOf(value) + 2)).toBe(pointer);
});

test('half a text still gives the places that can be read', () => {
  const half = '{"version": "7.3", "screens": [{"id": ';
  const range = rangeOf(stateOf(half), '/version');
  expect(range && half.slice(range.from, range.to)).toBe('"7.3"');
});
