/** What can be done with a language of the Flow. */

import { languageNote, notesOf, OWN_LANGUAGE, type Session, wordsNote } from '@/document';
import { type Answer, type Edit, host, type Pointer, type TakenWords } from '@/host';
import { languageName, t } from '@/i18n';
import { interrupt, toast } from '@/kit';

const drop = (at: Pointer): Edit => ({ type: 'SetNote', at, value: null });

export function addLanguage(session: Session, tag: string): void {
  const name = t('languages.stepAdd', { language: languageName(tag) });
  const edit: Edit = { type: 'SetNote', at: languageNote(tag), value: {} };
  void session.dispatch({ type: 'Batch', name, edits: [edit] });
  session.showLanguage(tag);
}

export function setOwnLanguage(session: Session, tag: string): void {
  void session.dispatch({ type: 'SetNote', at: OWN_LANGUAGE, value: tag });
}

/** The language and all its words; one step, so that one undo brings them back. */
export function removeLanguage(session: Session, tag: string): void {
  const name = t('languages.stepRemove', { language: languageName(tag) });
  void session.dispatch((flow) => ({ type: 'Batch', name, edits: notesOf(flow.notes, tag).map(drop) }));
}

/** Words of texts that are gone. */
export function dropWords(session: Session, tag: string, originals: readonly string[]): void {
  const edits = originals.map((original) => drop(wordsNote(tag, original)));
  void session.dispatch({ type: 'Batch', name: t('languages.stepDrop'), edits });
}

/** Earlier words become those of another text. */
export function takeWords(session: Session, tag: string, from: string, to: string, words: string): void {
  const edits: Edit[] = [
    { type: 'SetNote', at: wordsNote(tag, to), value: words },
    drop(wordsNote(tag, from)),
  ];
  void session.dispatch({ type: 'Batch', name: t('languages.stepTake'), edits });
}

/** Writes a file and says how it is called. */
export async function write(command: () => Promise<Answer<string | null>>): Promise<void> {
  const answer = await command();
  if (answer.ok && answer.data !== null)
    toast({ words: t('languages.exported', { file: answer.data }), icon: 'ok' });
  if (!answer.ok) interrupt(answer.error.sentence);
}

/** Reads words from a file and takes them in as one step. */
export async function takeIn(
  session: Session,
  command: () => Promise<Answer<TakenWords | null>>,
): Promise<void> {
  const answer = await command();
  if (!answer.ok) interrupt(answer.error.sentence);
  if (!answer.ok || answer.data === null) return;
  const taken = answer.data;
  if (taken.words > 0 && !(await session.dispatch(taken.edit)).ok) return;
  toast({ words: takenWords(taken), icon: 'ok' });
}

/** What came out of a file, in sentences. */
export function takenWords({ file, words, unknown, several, other }: TakenWords): string {
  const said = [t('languages.taken', { count: words, file })];
  if (unknown.length > 0) said.push(t('languages.takenUnknown', { count: unknown.length }));
  if (several.length > 0) said.push(t('languages.takenSeveral', { count: several.length }));
  if (other.length > 0) said.push(t('languages.takenOther', { count: other.length }));
  return said.length === 1 ? (said[0] ?? '') : `${said.join('. ').replaceAll('..', '.')}`;
}

export const files = {
  flow: (session: Session, tag: string) => write(() => host.languageExport(session.id, tag)),
  table: (session: Session, tag: string) => write(() => host.languageTableExport(session.id, tag)),
  takeTable: (session: Session, tag: string) =>
    takeIn(session, () => host.languageTableImport(session.id, tag)),
  takeFlow: (session: Session, tag: string) => takeIn(session, () => host.languageImport(session.id, tag)),
};
