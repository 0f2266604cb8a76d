export { CommandPalette } from './CommandPalette';
export { KeyboardMap } from './KeyboardMap';
