export { PhonePanel } from './PhonePanel';
