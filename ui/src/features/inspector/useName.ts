import { useEffect, useState } from 'react';

/**
 * A name under the hand. Other places refer to names, so one is taken when it is finished: on Enter and when the
 * field is left, never half written. `refuse` says what is wrong with it.
 */
export function useName(
  value: string,
  refuse: (name: string) => string | null,
  commit: (name: string) => Promise<unknown>,
) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const error = text === value ? null : refuse(text);
  const finish = () => {
    if (text === value) return;
    if (error !== null) setText(value);
    else void commit(text);
  };
  return { value: text, error, onChange: setText, onBlur: finish, onEnter: finish };
}
