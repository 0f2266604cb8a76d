import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Value } from '@/host';
import { type Members, rowType } from '@/journey-values';
import { plainMessage } from './edits';
import { readExpects } from './expects';

const root = join(process.cwd(), '../flows/gallery/journeys');

function steps(starter: string): Members[] {
  const read = JSON.parse(readFileSync(join(root, starter, 'en.json'), 'utf8')) as { nodes: Members[] };
  return read.nodes;
}

describe.each(readdirSync(root))('the starter %s', (starter) => {
  test('has a form for each of its messages, questions and requests', () => {
    for (const step of steps(starter)) {
      const { id, message, messages = [], again, expects, body = null } = step as Record<string, Value>;
      const said = [message, again, ...(messages as Value[])].filter((one) => one !== undefined);
      for (const payload of said) expect(plainMessage(payload), `${id} says`).not.toBeNull();
      if (expects !== undefined)
        expect(readExpects(expects)?.as ?? 'kept', `${id} asks`).not.toMatch(/kept|pattern/u);
      expect(rowType(body), `${id} sends`).toMatch(/nothing|record/u);
    }
  });
});
