export { ProblemsStrip } from './ProblemsStrip';
