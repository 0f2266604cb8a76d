import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Draft, type DraftOptions, flushDrafts, REST_MS, useDraft } from './drafts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let draft: Draft;
const commit = vi.fn<(text: string) => Promise<unknown>>();
const heard = vi.fn<(text: string) => void>();

function Field({ value, ...options }: { value: string } & DraftOptions) {
  draft = useDraft(value, commit, { heard, ...options });
  return null;
}

const show = (value: string) => act(async () => root.render(<Field value={value} />));
const type = (text: string) => act(async () => draft.onChange(text));

beforeEach(async () => {
  vi.useFakeTimers();
  heard.mockReset();
  commit.mockReset().mockResolvedValue({ ok: true });
  root = createRoot(document.createElement('div'));
  await show('Day');
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
});

test('text is committed once, after it has rested', async () => {
  await type('D');
  await type('Da');
  await act(async () => vi.advanceTimersByTime(REST_MS - 1));
  expect(commit).not.toHaveBeenCalled();
  await act(async () => vi.advanceTimersByTime(1));
  expect(commit.mock.calls).toEqual([['Da']]);
});

test('every letter is heard at once, however the field takes it', async () => {
  await type('D');
  await act(async () => draft.field.onChange('Da'));
  expect(heard.mock.calls).toEqual([['D'], ['Da']]);
  expect(commit).not.toHaveBeenCalled();
});

test('leaving the field, or any command, commits at once', async () => {
  await type('A');
  await act(async () => draft.onBlur());
  await type('B');
  await act(async () => flushDrafts());
  expect(commit.mock.calls).toEqual([['A'], ['B']]);
});

test('where the value follows later, a command still gets all of it', async () => {
  await act(async () => root.render(<Field value="Day" later />));
  await type('Days');
  expect(draft.value).toBe('Day');
  await type('Days o');
  await act(async () => vi.advanceTimersByTime(40));
  expect(draft.value).toBe('Days o');
  commit.mockResolvedValue({ ok: false });
  await type('Days off');
  await act(async () => flushDrafts());
  expect(commit.mock.calls).toEqual([['Days off']]);
  expect(draft.value).toBe('Days off');
});

test('what the core refuses stays in the field until the document changes', async () => {
  commit.mockResolvedValue({ ok: false });
  await type('Not this');
  await act(async () => draft.onBlur());
  expect(draft.value).toBe('Not this');
  await show('Date');
  expect(draft.value).toBe('Date');
});

test('typing goes on while the core answers', async () => {
  let answer = (_: unknown): void => {};
  commit.mockReturnValueOnce(
    new Promise((done) => {
      answer = done;
    }),
  );
  await type('One');
  await act(async () => draft.onBlur());
  await type('One two');
  await act(async () => answer({ ok: true }));
  expect(draft.value).toBe('One two');
});

test('a field that goes away commits what was typed', async () => {
  await type('Last words');
  await act(async () => root.render(null));
  expect(commit.mock.calls).toEqual([['Last words']]);
});

test('what must not be written half waits until focus leaves the field, or a command comes', async () => {
  await act(async () => root.render(<Field value="Day" rests={false} />));
  await type('Da');
  await act(async () => vi.advanceTimersByTime(10 * REST_MS));
  expect(commit).not.toHaveBeenCalled();
  expect(draft.value).toBe('Da');
  await act(async () => draft.onBlur());
  await type('D');
  await act(async () => flushDrafts());
  expect(commit.mock.calls).toEqual([['Da'], ['D']]);
});

describe('what is written in another form', () => {
  const written = (text: string) => text.trim();
  const showWritten = (value: string) =>
    act(async () => root.render(<Field value={value} written={written} />));

  beforeEach(async () => {
    await showWritten('Day');
    await type('Day ');
    await act(async () => vi.advanceTimersByTime(REST_MS));
    expect(commit.mock.calls).toEqual([['Day ']]);
  });

  test('stays as it was typed until focus leaves the field', async () => {
    expect(draft.value).toBe('Day ');
    await type('Day off ');
    await act(async () => vi.advanceTimersByTime(REST_MS));
    await showWritten('Day off');
    expect(draft.value).toBe('Day off ');
    await act(async () => draft.onBlur());
    expect(draft.value).toBe('Day off');
  });

  test('gives way to what the document says instead', async () => {
    await showWritten('Date');
    expect(draft.value).toBe('Date');
  });
});
