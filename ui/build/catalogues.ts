import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:catalogue/';

/**
 * Turns `src/i18n/<language>/<feature>.json` into one module a language, with every ICU message compiled.
 * The page then needs no message parser and no `eval`. The key of a message is `<feature>.<name>`.
 */
export function catalogues(): Plugin {
  const root = resolve(import.meta.dirname, '../src/i18n');
  return {
    name: 'waymark-catalogues',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const folder = join(root, id.slice(PREFIX.length + 1));
      const messages: Record<string, unknown> = {};
      for (const file of readdirSync(folder).sort()) {
        if (!file.endsWith('.json')) continue;
        const path = join(folder, file);
        this.addWatchFile(path);
        const feature = file.slice(0, -'.json'.length);
        const entries = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
        for (const [name, message] of Object.entries(entries)) {
          messages[`${feature}.${name}`] = compileMessage(message);
        }
      }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(messages))});`;
    },
    handleHotUpdate({ file, server }) {
      if (!file.startsWith(root) || !file.endsWith('.json')) return;
      for (const [id, module] of server.moduleGraph.idToModuleMap) {
        if (id.startsWith(`\0${PREFIX}`)) server.moduleGraph.invalidateModule(module);
      }
      server.ws.send({ type: 'full-reload' });
    },
  };
}
