import type { FieldError } from '@/host';
import type { PhoneWords } from './phone-context';

/** What the phone writes under an input that is not filled in well. */
export function errorWords(t: PhoneWords, error: FieldError): string {
  switch (error.type) {
    case 'message':
      return error.text;
    case 'too_short':
    case 'too_few':
    case 'too_few_days':
    case 'too_few_files':
      return t(`phone.error.${error.type}`, { min: error.min });
    case 'too_long':
    case 'too_many':
    case 'too_many_days':
    case 'too_many_files':
      return t(`phone.error.${error.type}`, { max: error.max });
    case 'out_of_range':
      return t('phone.error.out_of_range', { min: error.min, max: error.max });
    case 'file_too_large':
      return t('phone.error.file_too_large', { max: error.maxKb });
    default:
      return t(`phone.error.${error.type}`);
  }
}
