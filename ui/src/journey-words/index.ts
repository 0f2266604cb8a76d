export { kindAbout, kindIcon, kindName, ROLES, stepName } from './kinds';
export { STAGES, StageMark } from './stages';
export { fieldWords, lengthWords, tells, text, texts, wayWords, weekdayWords } from './words';
