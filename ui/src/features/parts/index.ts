export { PartPalette } from './PartPalette';
export { PartTree } from './PartTree';
