import type { Answer, Diagnostic, Edit, Fix } from '@/host';
import { t } from '@/i18n';
import { announce } from '@/kit';

/** A way to mend something as one step that undo takes back. */
export function fixEdit({ title, edits }: Fix): Edit {
  return { type: 'Batch', name: title, edits };
}

/** Mends what a finding is about, and says so. False when the core refused it. */
export async function mend(
  session: { dispatch(edit: Edit): Promise<Answer<unknown>> },
  finding: Diagnostic,
  fix: Fix,
): Promise<boolean> {
  const answer = await session.dispatch(fixEdit(fix));
  if (answer.ok) announce(t('problems.fixed', { headline: finding.headline }));
  return answer.ok;
}
