export { branchWords, isObject, type LinkWords, listWords, partsOf, wordsText } from './branches';
export {
  BINDING,
  insideBackticks,
  isExpression,
  plainWords,
  quoted,
  readWords,
  slips,
  type Token,
  tokens,
  writeWords,
} from './expression';
export { addPart, PART_TYPES, type PartGroup, partGroup, partHint, partIcon, partName } from './kinds';
