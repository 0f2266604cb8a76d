import { type RefObject, useEffect, useState } from 'react';

/** So many px outside of the window count as near: a picture is there before its card comes into sight. */
const MARGIN = 240;

/** Whether an element of the map is in sight, or about to be. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const at = element.current;
    if (at === null) return;
    const watch = new IntersectionObserver((seen) => setNear(seen.at(-1)?.isIntersecting === true), {
      root: at.closest('.react-flow'),
      rootMargin: `${MARGIN}px`,
    });
    watch.observe(at);
    return () => watch.disconnect();
  }, [element]);
  return near;
}
