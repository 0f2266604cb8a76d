import { expect, test } from 'vitest';
import { calendarMode, freeId, optionsFromLines, setMember } from './edits';

const optional = { name: 'markdown', required: false, default: false };
const required = { name: 'label', required: true, default: null };

test('a value that says no more than its absence is taken away', () => {
  expect(setMember('/a', optional, true, false)).toEqual({
    type: 'RemoveProperty',
    at: '/a',
    key: 'markdown',
  });
  expect(setMember('/a', optional, undefined, false)).toBeUndefined();
  expect(setMember('/a', { ...optional, default: null }, 'x', '')).toEqual({
    type: 'RemoveProperty',
    at: '/a',
    key: 'markdown',
  });
});

test('a required value stays, even empty', () => {
  expect(setMember('/a', required, 'x', '')).toEqual({
    type: 'SetProperty',
    at: '/a',
    key: 'label',
    value: '',
  });
  expect(setMember('/a', required, undefined, undefined)).toEqual({
    type: 'SetProperty',
    at: '/a',
    key: 'label',
    value: '',
  });
});

test('what is the same is no edit', () => {
  expect(setMember('/a', required, ['x'], ['x'])).toBeUndefined();
});

test('a calendar for a stretch gets every member twice, and back', () => {
  const json = { type: 'CalendarPicker', label: 'Day', required: true, title: 'Stay' };
  expect(calendarMode('/c', json, 'range')).toEqual({
    type: 'Batch',
    name: null,
    edits: [
      { type: 'SetProperty', at: '/c', key: 'mode', value: 'range' },
      { type: 'SetProperty', at: '/c', key: 'label', value: { 'start-date': 'Day', 'end-date': 'Day' } },
      { type: 'SetProperty', at: '/c', key: 'required', value: { 'start-date': true, 'end-date': true } },
    ],
  });
  expect(
    calendarMode('/c', { label: { 'start-date': 'From', 'end-date': 'To' }, title: 'Stay' }, 'single'),
  ).toEqual({
    type: 'Batch',
    name: null,
    edits: [
      { type: 'SetProperty', at: '/c', key: 'mode', value: 'single' },
      { type: 'SetProperty', at: '/c', key: 'label', value: 'From' },
      { type: 'RemoveProperty', at: '/c', key: 'title' },
    ],
  });
});

test.each([
  ['Hair colour', [], 'hair_colour'],
  ['Café', [], 'cafe'],
  ['لون', [], 'option'],
  ['Cut', ['cut', 'cut_2'], 'cut_3'],
])('an id for %j', (words, taken, id) => {
  expect(freeId(words, taken)).toBe(id);
});

test('pasted lines become options with ids of their own', () => {
  expect(optionsFromLines('Cut - 45 min\r\n\n Colour\tfrom €65\nCut\n', ['colour'])).toEqual([
    { id: 'cut', title: 'Cut', description: '45 min' },
    { id: 'colour_2', title: 'Colour', description: 'from €65' },
    { id: 'cut_2', title: 'Cut' },
  ]);
});
