import { expect, test } from 'vitest';
import type { JsonValue } from '@/host';

import { branchWords, type LinkWords } from './branches';

function withParts(...children: JsonValue[]): JsonValue {
  return { layout: { type: 'SingleColumnLayout', children } };
}

const question: JsonValue = {
  type: 'RadioButtonsGroup',
  name: 'service',
  label: 'Service',
  'data-source': [
    { id: 'cut', title: 'Cut' },
    { id: 'colour', title: 'Colour' },
  ],
};
const consent: JsonValue = { type: 'OptIn', name: 'agree', label: 'I agree' };
const footer: JsonValue = { type: 'Footer', label: 'Continue' };

/** Words on the button in the `then` branch under a condition. */
function then(condition: JsonValue): LinkWords | null {
  const screen = withParts(question, consent, { type: 'If', condition, then: [footer], else: [footer] });
  return branchWords(screen, '/screens/4/layout/children/2/then/0');
}

test.each<[JsonValue, LinkWords]>([
  ["${form.service} == 'colour'", { kind: 'answer', answer: 'Colour', not: false }],
  ["'colour' == ${form.service}", { kind: 'answer', answer: 'Colour', not: false }],
  ["(${form.service} == 'colour')", { kind: 'answer', answer: 'Colour', not: false }],
  ["`${form.service} == 'colour'`", { kind: 'answer', answer: 'Colour', not: false }],
  ["${form.service} != 'cut'", { kind: 'answer', answer: 'Cut', not: true }],
  ["${screen.FIRST.form.size} == 'xl'", { kind: 'answer', answer: 'xl', not: false }],
  ['${form.agree}', { kind: 'yes', of: 'I agree', not: false }],
  ['!${form.agree}', { kind: 'yes', of: 'I agree', not: true }],
  ['${form.agree} == false', { kind: 'yes', of: 'I agree', not: true }],
  ['${form.agree} != false', { kind: 'yes', of: 'I agree', not: false }],
  ['${data.vip}', { kind: 'yes', of: 'vip', not: false }],
  ["(${form.service} == 'cut') && ${form.agree}", { kind: 'condition' }],
  ['${data.n} > 5', { kind: 'condition' }],
  ['', { kind: 'condition' }],
  [true, { kind: 'condition' }],
])('a button under %j reads %j', (condition, words) => {
  expect(then(condition)).toEqual(words);
});

test('the other branch is for others', () => {
  const screen = withParts({ type: 'If', condition: '${data.a}', then: [footer], else: [footer] });
  expect(branchWords(screen, '/screens/0/layout/children/0/else/0')).toEqual({ kind: 'others' });
});

test('a case reads as the title of its option, also inside a Form', () => {
  const screen = withParts({
    type: 'Form',
    name: 'form',
    children: [
      question,
      { type: 'Switch', value: '${form.service}', cases: { cut: [footer], default: [footer] } },
    ],
  });
  const at = '/screens/0/layout/children/0/children/1/cases';
  expect(branchWords(screen, `${at}/cut/0`)).toEqual({ kind: 'answer', answer: 'Cut', not: false });
  expect(branchWords(screen, `${at}/default/0`)).toEqual({ kind: 'others' });
});

test('outside of every branch there are no words', () => {
  expect(branchWords(withParts(footer), '/screens/0/layout/children/0')).toBeNull();
  expect(branchWords(withParts(), '/routing_model/FIRST/0')).toBeNull();
});
