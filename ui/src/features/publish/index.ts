export { Publish, type PublishProps } from './Publish';
