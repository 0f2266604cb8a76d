export { JourneyList, type JourneyListProps } from './JourneyList';
