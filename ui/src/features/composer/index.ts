export { Composer } from './Composer';
export { languageName } from './Details';
export { MessageList, type MessageListProps } from './MessageList';
export { MessagePhone } from './MessagePhone';
export { Starters } from './Starters';
