export { FixButton } from './FixButton';
export { fixEdit, mend } from './mend';
