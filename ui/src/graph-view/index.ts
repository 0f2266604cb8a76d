export { around, type Box, isWithin, type Point, touches } from './boxes';
export { type Mark, Overview, viewOf } from './Overview';
export { useTheme } from './useTheme';
