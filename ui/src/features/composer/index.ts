export { Composer } from './Composer';
export { languageName } from './Details';
export { TemplateLanguages } from './languages';
export { MessageList, type MessageListProps } from './MessageList';
export { MessagePhone } from './MessagePhone';
export { Rejected, Steps, SubmitDialog, useStanding } from './Review';
export { Starters } from './Starters';
export { TrialDialog } from './trial';
export { VersionsDialog } from './versions';
