export { ScreenMap } from './ScreenMap';
