import { useLayoutEffect, useRef, useState } from 'react';

type Hands = { [name: string]: (...given: never[]) => unknown };

/**
 * The same functions from first to last, each doing what the newest of that name does. For the hands of parts that are
 * only drawn again when they themselves changed.
 */
export function useSteady<T extends Hands>(hands: T): T {
  const latest = useRef(hands);
  useLayoutEffect(() => {
    latest.current = hands;
  });
  const [steady] = useState(() => {
    const calls = Object.keys(hands).map((name) => [
      name,
      (...given: never[]) => latest.current[name]?.(...given),
    ]);
    return Object.fromEntries(calls) as T;
  });
  return steady;
}
