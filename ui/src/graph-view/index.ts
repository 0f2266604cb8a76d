export { around, type Box, isWithin, type Point, touches } from './boxes';
export { default as graphChooser } from './chooser.module.css';
export { type Detail, detailBy, useDetail } from './detail';
export { EDITOR, handled } from './editor';
export { default as graphFrame } from './frame.module.css';
export { type Dot, Overview, viewOf } from './Overview';
export { useTheme } from './useTheme';
