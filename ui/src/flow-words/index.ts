export { branchWords, isObject, type LinkWords, listWords, partsOf, wordsText } from './branches';
export { addPart, PART_TYPES, type PartGroup, partGroup, partHint, partIcon, partName } from './kinds';
