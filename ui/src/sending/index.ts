export {
  type Checklist,
  checklist,
  fillOpen,
  payloadOf,
  type Sending,
  sendersOf,
  sendNoMore,
  sendOn,
} from './checklist';
export { SendList } from './SendList';
export { type Schema, schemaOfSource, schemaOfType } from './schema';
export * from './sources';
export { type Usage, usesOf, usesOfData } from './usage';
