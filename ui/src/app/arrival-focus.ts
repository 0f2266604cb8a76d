import { type RefObject, useEffect, useRef } from 'react';

/** After React Aria has given focus back to where it was, which may be gone. */
const AFTER_MS = 50;
let isFirst = true;

/** Put the ref on a view's main part: when the view before took focus with it, it comes here instead of getting lost. */
export function useArrivalFocus(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    const timer = window.setTimeout(() => {
      if (document.activeElement === document.body) main.current?.focus();
    }, AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return main;
}
