export {
  hasToSend,
  type Sending,
  sendersOf,
  sendingAt,
} from './checklist';
export { SendList } from './SendList';
export { type Schema, schemaOfSource, schemaOfType } from './schema';
export * from './sources';
export { type Usage, usesOf, usesOfData } from './usage';
