export { setPhoneMode, usePhoneMode } from './mode';
export { PhonePanel } from './PhonePanel';
export type { Mode } from './preview';
