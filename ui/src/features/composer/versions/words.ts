import type { MessageVersion } from '@/host';
import { clock, date, day, t } from '@/i18n';

/** What a version goes by: its name, or where it was sent and when. */
export function versionName({ name, sentTo, at }: MessageVersion): string {
  if (name !== null || sentTo === null) return name ?? '';
  return t(sentTo.practice ? 'versions.sentPractice' : 'versions.sentMeta', { day: date(Number(at)) });
}

/** When it was kept, and of one that was sent the account. */
export function versionTime({ sentTo, at }: MessageVersion): string {
  const when = { day: day(Number(at)), time: clock(Number(at)) };
  const account = sentTo?.account ?? null;
  return account === null ? t('versions.time', when) : t('versions.timeAt', { ...when, account });
}
