import { useJourney } from '@/document';
import type { TestDifference } from '@/host';
import { differenceWords } from './cases';
import { titleOf } from './words';

/** One thing that is not as a test has it. */
export function DifferenceLine({ difference }: { difference: TestDifference }) {
  const steps = useJourney((state) => state.journey.steps);
  const title = (id: string) => titleOf(steps.find((step) => step.id === id)) || id;
  return <span dir="auto">{differenceWords(difference, title)}</span>;
}
