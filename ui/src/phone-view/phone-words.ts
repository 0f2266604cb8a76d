import { useCallback, useEffect, useState } from 'react';
import { currentLanguage, hasWords, type Language, loadWords, tIn } from '@/i18n';
import type { PhoneWords } from './phone-context';

/** The language of the phone, as far as the direction of its Flow tells it. */
export function phoneLanguage(rtl: boolean): Language {
  const shell = currentLanguage();
  if (rtl) return 'ar';
  return shell === 'ar' ? 'en' : shell;
}

/** What WhatsApp itself says on the phone, in the phone's language. */
export function usePhoneWords(language: Language): PhoneWords {
  const [ready, setReady] = useState(0);
  useEffect(() => {
    if (hasWords(language)) return;
    let here = true;
    void loadWords(language).then(() => {
      if (here) setReady((turn) => turn + 1);
    });
    return () => {
      here = false;
    };
  }, [language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words that have come are a new way to say things
  return useCallback<PhoneWords>((key, values) => tIn(language, key, values), [language, ready]);
}
