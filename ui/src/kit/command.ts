import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { IconName } from './icon';

/** Something the user can do, once, for menu, keys and palette alike. */
export interface Command {
  /** Stable, `noun.verb`. */
  id: string;
  title: string;
  /** Heading it stands under in the palette and on the keyboard map. */
  group: string;
  icon?: IconName;
  /** For example `Mod+Shift+Z`, `F8`, `?`. The first is shown. */
  keys?: readonly string[];
  /** Further words to find it by. */
  words?: string;
  /** Why it cannot be done now; undefined when it can. */
  disabled?: string | undefined;
  /** True when its keys also work while text is being typed (those with Mod do anyway, unless false). */
  whileTyping?: boolean;
  /** Left out of the palette: it only makes sense by keys. */
  keysOnly?: boolean;
  run(): void;
}

type Registry = { readonly sets: ReadonlyMap<symbol, readonly Command[]> };

const registry = createStore<Registry>(() => ({ sets: new Map() }));

/** Offers commands while the component is there. Give a stable array (useMemo). */
export function useCommands(commands: readonly Command[]): void {
  const key = useRef(Symbol('commands'));
  useEffect(() => {
    const id = key.current;
    registry.setState(({ sets }) => ({ sets: new Map(sets).set(id, commands) }));
    return () =>
      registry.setState(({ sets }) => {
        const rest = new Map(sets);
        rest.delete(id);
        return { sets: rest };
      });
  }, [commands]);
}

/** Every command there is now; of two with the same id the later one stands. */
export function allCommands(): Command[] {
  const byId = new Map<string, Command>();
  for (const set of registry.getState().sets.values()) {
    for (const command of set) byId.set(command.id, command);
  }
  return [...byId.values()];
}

/** As `allCommands`, kept up to date. */
export function useAllCommands(): Command[] {
  useStore(registry);
  return allCommands();
}

/** Does a command by its id, when it is there and can be done. */
export function runCommand(id: string): void {
  const command = allCommands().find((known) => known.id === id);
  if (command !== undefined && command.disabled === undefined) command.run();
}
