export { type CanvasProps, JourneyCanvas } from './Canvas';
export type { Light } from './nodes';
export { Outline } from './Outline';
export { ProblemList } from './ProblemList';
