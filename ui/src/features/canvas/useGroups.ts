import { useMemo } from 'react';
import { useJourney } from '@/document';
import { type Graph, graphOf } from './graph';
import { folded, type Group, groupsOf } from './groups';

/** The groups of the open journey, and its steps as they are drawn: a folded group is one. A picture shows all steps. */
export function useGroups(isPicture: boolean): { groups: readonly Group[]; graph: Graph } {
  const notes = useJourney((state) => state.journey.notes);
  const steps = useJourney((state) => state.journey.steps);
  const groups = useMemo(() => groupsOf(notes, steps), [notes, steps]);
  const graph = useMemo(() => graphOf(isPicture ? steps : folded(steps, groups)), [steps, groups, isPicture]);
  return { groups, graph };
}
