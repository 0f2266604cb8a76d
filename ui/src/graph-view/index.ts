export { around, type Box, isWithin, type Point, touches } from './boxes';
export { default as graphFrame } from './frame.module.css';
export { type Dot, Overview, viewOf } from './Overview';
export { useTheme } from './useTheme';
