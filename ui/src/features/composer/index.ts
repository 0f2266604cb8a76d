export { Composer } from './Composer';
export { languageName } from './Details';
export { MessagePhone } from './MessagePhone';
export { Starters } from './Starters';
export { MessageList, type MessageListProps } from './MessageList';
