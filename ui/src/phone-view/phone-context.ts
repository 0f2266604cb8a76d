import { createContext, useContext } from 'react';
import type { Keyboard, PreviewAct } from '@/host';
import type { t } from '@/i18n';

/** Whose look the phone has. */
export type Platform = 'android' | 'ios';

/** How the phone is drawn. */
export type PhoneLook = {
  platform: Platform;
  dir: 'ltr' | 'rtl';
  /** BCP 47 tag for dates and numbers inside the phone. */
  locale: string;
  /** False: a picture of a screen. Nothing in it takes the focus or a press. */
  interactive: boolean;
};

/** Says something of WhatsApp's own, in the language of the phone. */
export type PhoneWords = typeof t;

type PhoneContext = {
  look: PhoneLook;
  t: PhoneWords;
  act: (act: PreviewAct) => void;
  /** A field that takes letters has the focus and asks for its keyboard, or lets it go. */
  askKeys: (keys: Keyboard | null) => void;
  /** Where sheets and dialogs are drawn: inside the phone. */
  overlays: HTMLElement | null;
  /** Opens a link that a text carries. */
  openLink: (href: string) => void;
};

const Phone = createContext<PhoneContext | null>(null);

export const PhoneProvider = Phone.Provider;

/** The phone a part is drawn in. */
export function usePhone(): PhoneContext {
  const phone = useContext(Phone);
  if (phone === null) throw new Error('A part of a screen is drawn outside of ScreenContent');
  return phone;
}
