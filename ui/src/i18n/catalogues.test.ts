import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '.';

type Words = Record<string, string>;
const root = join(process.cwd(), 'src/i18n');
const features = readdirSync(join(root, 'en')).filter((file) => file.endsWith('.json'));

function read(language: string, file: string): Words {
  return JSON.parse(readFileSync(join(root, language, file), 'utf8')) as Words;
}

/** The values a message asks for, `{count, plural, …}` and `{name}` alike. */
function asked(message: string): string[] {
  return [...message.matchAll(/\{\s*([A-Za-z]\w*)\s*[},]/g)].flatMap(([, name]) => name ?? []);
}

describe.each(features)('%s', (file) => {
  test('every message is well formed', () => {
    for (const message of Object.values(read('en', file)))
      expect(() => compileMessage(message)).not.toThrow();
  });

  test.each(LANGUAGES.map(({ tag }) => tag).filter((tag) => tag !== 'en'))(
    '%s names no key and no value that English does not have',
    (tag) => {
      const files = readdirSync(join(root, tag));
      if (!files.includes(file)) return;
      const english = read('en', file);
      for (const [key, message] of Object.entries(read(tag, file))) {
        const original = english[key];
        expect(original, key).toBeDefined();
        const known = asked(original ?? '');
        expect(
          asked(message).filter((name) => !known.includes(name)),
          key,
        ).toEqual([]);
      }
    },
  );
});
