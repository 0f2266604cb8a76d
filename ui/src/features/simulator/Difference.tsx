import { useJourney } from '@/document';
import type { TestDifference } from '@/host';
import { t } from '@/i18n';
import { differenceWords } from './cases';
import { titleOf } from './words';

/** One thing that is not as a test has it. */
export function DifferenceLine({
  difference,
  people = [],
}: {
  difference: TestDifference;
  people?: readonly string[];
}) {
  const steps = useJourney((state) => state.journey.steps);
  const title = (id: string) => titleOf(steps.find((step) => step.id === id)) || id;
  const words = differenceWords(difference, title);
  const name = people.length > 1 ? people[difference.who] : undefined;
  return <span dir="auto">{name === undefined ? words : t('simulator.says.of', { name, words })}</span>;
}
