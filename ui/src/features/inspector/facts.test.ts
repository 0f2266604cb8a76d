import { expect, test } from 'vitest';
import english from '@/i18n/en/inspector.json';
import file from '../../../../flows/facts/components.json';
import { reaches, tabOf } from './facts';

interface Written {
  name: string;
  choices?: string[];
  item?: Written[];
  members?: Written[];
}

function everyProperty(properties: readonly Written[]): Written[] {
  return properties.flatMap((property) => [
    property,
    ...everyProperty(property.item ?? []),
    ...everyProperty(property.members ?? []),
  ]);
}

const words: Record<string, string> = english;

test.each(file.components.map((component) => [component.type, component.properties as Written[]] as const))(
  'every property of %s and every choice of it has a plain name',
  (component, properties) => {
    for (const property of everyProperty(properties)) {
      const label = words[`part.${component}.${property.name}`] ?? words[`property.${property.name}`];
      expect(label, property.name).toBeTruthy();
      for (const choice of property.choices ?? []) {
        expect(words[`choice.${property.name}.${choice}`], `${property.name} ${choice}`).toBeTruthy();
      }
    }
  },
);

test.each([
  ['7.3', '6.0', true],
  ['5.1', '6.0', false],
  ['10.0', '9.9', true],
  ['6.3', '6.3', true],
  [null, '6.0', true],
  ['soon', '6.0', true],
])('version %s reaches %s: %s', (version, since, wanted) => {
  expect(reaches(version, since)).toBe(wanted);
});

test('names, rules and content have tabs of their own', () => {
  expect([tabOf('name'), tabOf('pattern'), tabOf('label')]).toEqual(['names', 'rules', 'content']);
});
