export { DifferenceTable, type Side } from './DifferenceTable';
