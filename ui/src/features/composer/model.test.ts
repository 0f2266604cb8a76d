import { describe, expect, test } from 'vitest';
import {
  type Part,
  partsOf,
  placeFor,
  samplesOf,
  variableName,
  variablesIn,
  writeSample,
  writeText,
} from './model';

function body(value: Record<string, unknown>): Part {
  return { at: '/components/0', type: 'BODY', value: value as Part['value'] };
}

test('variables are found in order, each once', () => {
  expect(variablesIn('Hi {{name}}, {{ day }} and {{name}}')).toEqual(['name', 'day']);
});

describe('samples', () => {
  test('are read from both ways of writing', () => {
    const named = body({
      text: 'Hi {{name}}',
      example: { body_text_named_params: [{ param_name: 'name', example: 'Ana' }] },
    });
    expect([...samplesOf(named)]).toEqual([['name', 'Ana']]);
    const positional = body({ text: '{{2}} {{1}}', example: { body_text: [['Ana', 'Monday']] } });
    expect(Object.fromEntries(samplesOf(positional))).toEqual({ 1: 'Ana', 2: 'Monday' });
  });

  test('follow their variables when the text changes', () => {
    const part = body({
      text: 'Hi {{name}} on {{day}}.',
      example: {
        body_text_named_params: [
          { param_name: 'name', example: 'Ana' },
          { param_name: 'day', example: 'Monday' },
        ],
      },
    });
    expect(writeText(part, 'See you {{day}} at {{time}}.', true)).toEqual([
      { type: 'SetProperty', at: '/components/0', key: 'text', value: 'See you {{day}} at {{time}}.' },
      {
        type: 'SetProperty',
        at: '/components/0',
        key: 'example',
        value: {
          body_text_named_params: [
            { param_name: 'day', example: 'Monday' },
            { param_name: 'time', example: '' },
          ],
        },
      },
    ]);
  });

  test('stay untouched while the variables are the same, and go with the last one', () => {
    const part = body({ text: 'Hi {{1}}', example: { body_text: [['Ana']] } });
    expect(writeText(part, 'Hello {{1}}', false)).toHaveLength(1);
    expect(writeText(part, 'Hello', false)[1]).toEqual({
      type: 'RemoveProperty',
      at: '/components/0',
      key: 'example',
    });
  });

  test('of one variable are written beside the others', () => {
    const part = body({ text: '{{1}} {{2}}', example: { body_text: [['Ana', 'Monday']] } });
    expect(writeSample(part, '2', 'Friday', false)).toEqual([
      { type: 'SetProperty', at: '/components/0', key: 'example', value: { body_text: [['Ana', 'Friday']] } },
    ]);
  });
});

test('a new part stands where the phone shows it', () => {
  const parts = partsOf([{ type: 'BODY' }, { type: 'BUTTONS' }] as never, '/components');
  expect(placeFor(parts, 'HEADER')).toBe(0);
  expect(placeFor(parts, 'FOOTER')).toBe(1);
  expect(placeFor(parts, 'CAROUSEL')).toBe(2);
});

test('any words become a name that Meta takes', () => {
  expect(variableName('First Name!')).toBe('first_name');
  expect(variableName('2nd day ')).toBe('nd_day');
});
