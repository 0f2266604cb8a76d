export { type JourneyPublish, Publish, type PublishProps } from './Publish';
