export { JourneyList, type JourneyListProps } from './JourneyList';
export { JourneyShelf, journeysFor, type Wanted } from './JourneyShelf';
