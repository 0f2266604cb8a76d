import { expect, test } from 'vitest';
import { sampleFiles } from './sample-files';

test.each([1, 100, 25_600])('with a limit of %i kB two samples fit and one does not', (maxKb) => {
  const sizes = sampleFiles(true, [], maxKb).map((file) => file.size <= maxKb * 1024);
  expect(sizes).toEqual([true, true, false]);
});

test('samples are of the kinds that are taken', () => {
  const names = sampleFiles(false, ['text/plain', 'application/x-7z-compressed'], 100).map(
    (file) => file.name,
  );
  expect(names).toEqual(['document-1.txt', 'document-2.7z', 'document-large.txt']);
});
