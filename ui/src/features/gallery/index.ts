export { FlowList, type FlowListProps } from './FlowList';
export { Gallery, type GalleryProps } from './Gallery';
export { tradeName } from './trades';
