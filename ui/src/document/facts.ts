import { useEffect, useState } from 'react';
import { host, type ComponentFacts as WireComponent, type PropertyFacts as WireProperty } from '@/host';

// What may be left out when facts are read is always there when the core writes them.

/** What is known of a property. */
export type PropertyFacts = Required<Omit<WireProperty, 'item' | 'members'>> & {
  item: PropertyFacts[];
  members: PropertyFacts[];
};

/** What is known of a component. */
export type ComponentFacts = Required<Omit<WireComponent, 'properties'>> & { properties: PropertyFacts[] };

/** What is known of every component, by Meta's name. */
export type Facts = ReadonlyMap<string, ComponentFacts>;

const NONE: Facts = new Map();
let known: Promise<Facts> | null = null;

function load(): Promise<Facts> {
  known ??= host.factsComponents().then((answer) => {
    if (answer.ok) return new Map((answer.data as ComponentFacts[]).map((facts) => [facts.type, facts]));
    known = null;
    return NONE;
  });
  return known;
}

/** The facts of Meta's components; empty until they have come. */
export function useFacts(): Facts {
  const [facts, setFacts] = useState(NONE);
  useEffect(() => {
    let here = true;
    void load().then((loaded) => {
      if (here) setFacts(loaded);
    });
    return () => {
      here = false;
    };
  }, []);
  return facts;
}

/**
 * Whether a Flow version has what came with `since`. Versions compare by number; an unreadable one counts as the
 * newest, so that nothing hides.
 */
export function reaches(version: string | null, since: string): boolean {
  if (version === null) return true;
  const [major = Number.NaN, minor = 0] = version.split('.').map(Number);
  const [sinceMajor = 0, sinceMinor = 0] = since.split('.').map(Number);
  if (Number.isNaN(major) || Number.isNaN(minor)) return true;
  return major !== sinceMajor ? major > sinceMajor : minor >= sinceMinor;
}
