import { createContext, useContext } from 'react';
import type { BubbleButton, FileReference } from '@/host';

/** Who sends the message. */
export type Sender = {
  name: string;
  /** Address of the profile picture; its initials show when there is none. */
  picture?: string;
};

/** What is known of a file beside what the message says. */
export type FileFacts = { name?: string; bytes?: number };

/** What is tapped as an answer: a button, or the row of a list that is sent. */
export type Tapped = { button: BubbleButton } | { row: { at: string; title: string } };

type Chat = {
  sender: Sender;
  platform: 'android' | 'ios';
  /** The direction of the message. */
  rtl: boolean;
  picture: (reference: FileReference) => string | undefined;
  file: (reference: FileReference) => FileFacts | undefined;
  pick: ((at: string) => void) | undefined;
  /** Takes an answer; without it, taps lead nowhere. */
  answer?: ((tapped: Tapped) => void) | undefined;
  /** The part that is selected elsewhere. */
  picked: string | undefined;
};

const Context = createContext<Chat | null>(null);

export const ChatProvider = Context.Provider;

/** The chat that a part of a message is drawn in. */
export function useChat(): Chat {
  const chat = useContext(Context);
  if (chat === null) throw new Error('A part of a message is drawn outside of ChatPhone');
  return chat;
}

/** The first letters of a name, two at most. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return ends.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('');
}
