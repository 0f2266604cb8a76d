import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finding } from './finding.sample';
import { counts, problemsOf } from './problems';

const AT = '/screens/0/layout/children/0';

test('an echo belongs to what is found at its place, or around it', () => {
  const list = [
    finding('empty-text', `${AT}/text`),
    finding('echo', `${AT}/text`),
    finding('echo', `${AT}/data-source/0/id`),
    finding('missing-property', `${AT}/data-source/0`),
  ];
  const problems = problemsOf(list);
  expect(problems.map(({ finding, echoes }) => [finding.rule, echoes.length])).toEqual([
    ['empty-text', 1],
    ['missing-property', 1],
  ]);
  expect(counts(list)).toEqual({ blocked: 2, risky: 0, advice: 0 });
});

test('an echo alone, or of another screen, is a problem of its own', () => {
  const list = [finding('no-layout', '/screens/1'), finding('echo', `${AT}/text`)];
  expect(problemsOf(list).map(({ finding }) => finding.rule)).toEqual(['no-layout', 'echo']);
});

test('of two at one place the worst speaks for it', () => {
  const list = [
    finding('long-label', `${AT}/label`, 'risky'),
    finding('wrong-type', `${AT}/label`),
    finding('echo', `${AT}/label`),
  ];
  expect(problemsOf(list).map(({ echoes }) => echoes.length)).toEqual([0, 1]);
});

test('no finding is lost and none is there twice', () => {
  const one = fc.tuple(
    fc.constantFrom('echo', 'a', 'b'),
    fc.constantFrom('', '/screens/0', AT, `${AT}/text`, `${AT}/text/0`),
  );
  fc.assert(
    fc.property(fc.array(one), (made) => {
      const list = made.map(([rule, pointer]) => finding(rule, pointer));
      const all = problemsOf(list).flatMap(({ finding, echoes }) => [finding, ...echoes]);
      expect(all).toHaveLength(list.length);
      expect(new Set(all)).toEqual(new Set(list));
    }),
  );
});
