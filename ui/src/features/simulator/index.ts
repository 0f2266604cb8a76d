export { Simulator, type SimulatorProps } from './Simulator';
