import type { Plugin } from 'vite';

const ASSIGNED = 'prototype.constructor = constructor;';
const DEFINED =
  'Object.defineProperty(prototype, "constructor", { value: constructor, writable: true, configurable: true });';

/**
 * The app freezes `Object.prototype` (`freezePrototype` in tauri.conf.json), after which a plain assignment to
 * `constructor` of a fresh object throws. d3-color, which React Flow brings along, does exactly that while it loads.
 */
export function frozenPrototypes(): Plugin {
  return {
    name: 'waymark-frozen-prototypes',
    transform(code, id) {
      if (!id.includes('/d3-color/')) return null;
      if (!code.includes(ASSIGNED))
        this.error('d3-color has changed: look at how it defines its constructors.');
      return { code: code.replace(ASSIGNED, DEFINED), map: null };
    },
  };
}
