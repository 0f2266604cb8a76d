export {
  asRows,
  CATEGORIES,
  type Check,
  type Condition,
  checkOf,
  checksFor,
  DATA_TYPES,
  type DataType,
  fromRows,
  type Group,
  type Join,
  type Leaf,
  plainType,
  readCondition,
  type Test,
  WEEKDAYS,
  withCheck,
  writeCondition,
} from './condition';
export { checkWords, conditionWords, heldWords } from './condition-words';
export { FilledText, useDetails } from './FilledText';
export { isMembers, type Members } from './json';
export { freshValue } from './PlainField';
export { RecordField } from './RecordField';
export { rowType } from './record';
export { ValueField } from './ValueField';
export { WordsField } from './WordsField';
