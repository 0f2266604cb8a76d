import { useEffect, useState } from 'react';
import { useDocument, useSession } from '@/document';
import { host, type Languages, type Text } from '@/host';

/** The newer list; texts that are as before keep their identity and are not drawn again. */
function kept(before: Languages | null, after: Languages): Languages {
  if (before === null) return after;
  const known = new Map(before.texts.map((text): [string, Text] => [JSON.stringify(text), text]));
  return { ...after, texts: after.texts.map((text) => known.get(JSON.stringify(text)) ?? text) };
}

/** What the core knows of the Flow's texts and languages; null until it has answered first. */
export function useLanguageList(): Languages | null {
  const session = useSession();
  const revision = useDocument((state) => state.flow.revision);
  const [list, setList] = useState<Languages | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is what asks again
  useEffect(() => {
    let here = true;
    void host.languageList(session.id).then((answer) => {
      if (here && answer.ok) setList((before) => kept(before, answer.data));
    });
    return () => {
      here = false;
    };
  }, [session, revision]);
  return list;
}
