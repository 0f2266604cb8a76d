import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leaveView, Toasts, toast } from './toast';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  act(() => root.render(<Toasts />));
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

const said = (): string[] =>
  [...document.querySelectorAll('[role="alertdialog"]')].map((notice) => notice.textContent ?? '');

test('what is said of a view goes when it is left, and what is said of the work stays', () => {
  const run = vi.fn();
  act(() => {
    toast({ words: 'Saved as a project', icon: 'ok' });
    toast({ words: 'Deleted the step', act: { label: 'Undo', run }, ofView: true });
  });
  expect(said().filter((words) => words.startsWith('Deleted the step'))).toHaveLength(1);
  act(() => leaveView());
  expect(said().filter((words) => words.startsWith('Deleted the step'))).toHaveLength(0);
  expect(said().filter((words) => words.startsWith('Saved as a project'))).toHaveLength(1);
  expect(run).not.toHaveBeenCalled();
});

test('it can be ended early, and once more does nothing', () => {
  let end = (): void => undefined;
  act(() => {
    end = toast({ words: 'Deleted another step', ofView: true });
  });
  expect(said().some((words) => words.startsWith('Deleted another step'))).toBe(true);
  act(() => end());
  expect(said().some((words) => words.startsWith('Deleted another step'))).toBe(false);
  act(() => {
    end();
    leaveView();
  });
});
