export { type CanvasProps, JourneyCanvas } from './Canvas';
export { LiveBar } from './LiveBar';
export type { Light, Mark } from './nodes';
export { Outline } from './Outline';
export { PathBar } from './PathBar';
export { ProblemList } from './ProblemList';
export { type Prices, pricesOf } from './prices';
export { focusCanvas } from './useCanvasKeys';
export type { GoneStep } from './useLaid';
