import { createContext, useContext } from 'react';
import type { ComponentFacts, Flow, Session } from '@/document';
import type { Diagnostic, Edit, Pointer, Screen } from '@/host';
import type { Source } from '@/sending';

/** What every field of the inspector works with. */
export interface Inspected {
  session: Session;
  flow: Flow;
  screen: Screen;
  /** The component, or the screen itself. */
  at: Pointer;
  facts: ReadonlyMap<string, ComponentFacts>;
  sources: readonly Source[];
  /** Findings of this screen. */
  findings: readonly Diagnostic[];
  /** Whether a component stands inside a Form. */
  inForm: boolean;
  change(edit: Edit | undefined): Promise<unknown>;
}

const Context = createContext<Inspected | null>(null);
export const InspectedProvider = Context.Provider;

export function useInspected(): Inspected {
  const inspected = useContext(Context);
  if (inspected === null) throw new Error('A field is drawn outside of the inspector');
  return inspected;
}

/** The worst finding at a place, or inside it. */
export function findingAt(findings: readonly Diagnostic[], pointer: Pointer): Diagnostic | undefined {
  const here = findings.filter((finding) =>
    [finding.place, ...finding.more_places].some(
      (place) => place.pointer === pointer || place.pointer.startsWith(`${pointer}/`),
    ),
  );
  return (
    here.find((finding) => finding.severity === 'blocked') ??
    here.find((finding) => finding.severity === 'risky') ??
    here[0]
  );
}
