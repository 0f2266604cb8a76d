import { t } from '@/i18n';
import type { Platform } from '@/phone-view';

/** Width of a common phone's screen, in points. */
const COMMON_WIDTH = 360;

/** In what the drawn phone differs from the real app, honestly, one sentence each. `width` is that of its screen. */
export function knownDifferences(platform: Platform, width: number): string[] {
  return [
    ...(width < COMMON_WIDTH
      ? [t('phone.differsWidth', { width: Math.round(width), common: COMMON_WIDTH })]
      : []),
    t('phone.differsSizes'),
    t('phone.differsColours'),
    t('phone.differsErrors'),
    t('phone.differsKeys'),
    t(platform === 'ios' ? 'phone.differsDatesIos' : 'phone.differsDates'),
    ...(platform === 'ios' ? [t('phone.differsLetters')] : []),
    t('phone.differsFiles'),
  ];
}
