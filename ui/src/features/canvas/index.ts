export { type CanvasProps, JourneyCanvas } from './Canvas';
export type { Light } from './nodes';
export { Outline } from './Outline';
export { PathBar } from './PathBar';
export { ProblemList } from './ProblemList';
export { type Prices, pricesOf } from './prices';
