export { around, type Box, isWithin, type Point, touches } from './boxes';
export { type Dot, Overview, viewOf } from './Overview';
export { useTheme } from './useTheme';
