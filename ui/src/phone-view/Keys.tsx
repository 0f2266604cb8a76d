import { useCallback, useEffect, useRef, useState } from 'react';
import type { Keyboard } from '@/host';
import { Glyph } from './glyphs';

/** Rows of keys, from left to right in every language. The last row of letters is the phone's own. */
const LATIN = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const ARABIC = ['ضصثقفغعهخحج', 'شسيبلاتنمكط', 'ئءؤرىةوزظد'];
const DIGITS = ['123', '456', '789'];
const BELOW: Readonly<Record<Keyboard, readonly string[]>> = {
  text: ['123', ',', ' ', '.'],
  email: ['123', '@', ' ', '.'],
  number: [',', '0', '.'],
  phone: ['*', '0', '#'],
};

/**
 * Which keyboard is up, and how to ask for another or none. Nothing comes or goes while a press lasts: what is
 * pressed must not move from under the hand.
 */
export function useKeys(interactive: boolean): [up: Keyboard | null, ask: (keys: Keyboard | null) => void] {
  const [up, setUp] = useState<Keyboard | null>(null);
  const asked = useRef<Keyboard | null>(null);
  const pressed = useRef(false);

  useEffect(() => {
    if (!interactive) return;
    let frame = 0;
    const down = () => {
      pressed.current = true;
    };
    const release = () => {
      pressed.current = false;
      frame = requestAnimationFrame(() => setUp(asked.current));
    };
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointerdown', down, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
    };
  }, [interactive]);

  const ask = useCallback((keys: Keyboard | null) => {
    asked.current = keys;
    if (!pressed.current) setUp(keys);
  }, []);
  return [up, ask];
}

/** A picture of the keyboard that a phone would bring up; one types on one's own. */
export function Keys({ kind, rtl }: { kind: Keyboard; rtl: boolean }) {
  const isDigits = kind === 'number' || kind === 'phone';
  const rows = isDigits ? DIGITS : rtl && kind === 'text' ? ARABIC : LATIN;
  return (
    <div className="ph-keys" data-kind={kind} aria-hidden="true" dir="ltr">
      {rows.map((row, place) => (
        <div key={row} className="ph-keys-row">
          {[...row].map((letter) => (
            <span key={letter} className="ph-key">
              {letter}
            </span>
          ))}
          {place === rows.length - 1 && !isDigits && <Erase />}
        </div>
      ))}
      <div className="ph-keys-row">
        {BELOW[kind].map((letter) => (
          <span key={letter} className="ph-key" data-wide={letter === ' ' || undefined}>
            {letter}
          </span>
        ))}
        {isDigits ? (
          <Erase />
        ) : (
          <span className="ph-key">
            <Glyph name="check" size={16} />
          </span>
        )}
      </div>
    </div>
  );
}

function Erase() {
  return (
    <span className="ph-key">
      <Glyph name="back" size={16} />
    </span>
  );
}
