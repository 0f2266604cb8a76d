export { type DrawParts, ScreensList } from './ScreensList';
