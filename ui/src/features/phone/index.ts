export { MOVED_PART, NEW_PART } from './drag';
export { setPhoneMode, usePhoneMode } from './mode';
export { PhonePanel } from './PhonePanel';
export type { Mode } from './preview';
