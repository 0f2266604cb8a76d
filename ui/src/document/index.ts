export { clipboardText, copyItems, copySteps, listenForPaste, usePaste } from './clipboard';
export { FlowProvider, useDocument, useFlow, useSession } from './context';
export { type Draft, drafts, flushDrafts, REST_MS, useDraft } from './drafts';
export { type DropTarget, type Load, startDrag, useDropTarget } from './drag';
export { type ComponentFacts, type Facts, type PropertyFacts, reaches, useFacts } from './facts';
export { applyPatch, type Flow, flowOf, jsonAt, screenAt } from './flow';
export {
  findingsOf,
  type JourneyEditOr,
  JourneyProvider,
  type JourneySession,
  type JourneyState,
  journeySession,
  stepAt,
  useJourney,
  useJourneySession,
  useOpenJourney,
} from './journey';
export {
  languageNote,
  languagesOf,
  notesOf,
  OWN_LANGUAGE,
  ownLanguage,
  type Words,
  wordsNote,
  wordsOf,
} from './languages';
export {
  MessageProvider,
  type MessageSession,
  type MessageState,
  messageSession,
  useMessage,
  useMessageSession,
  useOpenMessage,
} from './message';
export { byPlace, type Gap, lastGap, moveInto, outermost } from './parts';
export {
  contains,
  join,
  lastIndex,
  parent,
  partOf,
  pointerOf,
  screenIndex,
  segments,
  valueAt,
} from './pointer';
export { counts, type Problem, problemsOf } from './problems';
export { useReveal } from './reveal';
export type { Saved } from './save-queue';
export { NOTHING, type Selection, selectionAt, shownScreen } from './selection';
export { type EditOr, openSession, type Session, type SessionState } from './session';
