export { ChatPhone, type ChatPhoneProps } from './chat/ChatPhone';
export type { FileFacts, Sender } from './chat/chat-context';
export { errorWords } from './errors';
export { Miniature } from './Miniature';
export { Part } from './Part';
export { PhoneFrame } from './PhoneFrame';
export type { Platform } from './phone-context';
export { type Motion, ScreenContent, type ScreenContentProps } from './ScreenContent';
export { SentChat } from './SentChat';
