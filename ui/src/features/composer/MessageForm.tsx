import { useMessage, useMessageSession } from '@/document';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { Select } from '@/kit';
import { choiceWords, FactsForm } from './FactsForm';
import { useKnown } from './known';
import { fields, named, words } from './model';
import { Samples } from './variables';

/** Members that are the same for every message somebody composes, or belong to the sending. */
const SENDING = new Set([
  'messaging_product',
  'recipient_type',
  'to',
  'recipient',
  'type',
  'context',
  'biz_opaque_callback_data',
  'product_policy',
  'message_activity_sharing',
]);

/** A message that is no template: what it is, and all that belongs to it. */
export function MessageForm() {
  const session = useMessageSession();
  const known = useKnown();
  const json = useMessage((state) => fields(state.message.json));
  const type = words(json.type) === '' ? 'text' : words(json.type);
  const interactive = words(fields(json.interactive).type);
  const kinds = known.facts.variants.message ?? [];
  const taps = known.facts.variants.interactive ?? [];
  const facts = kinds.find((kind) => kind.type === type);
  const value = type === 'interactive' ? `interactive.${interactive}` : type;

  const choose = (wanted: string) => {
    const [kind = '', tap] = wanted.split('.');
    const chosen = kinds.find((one) => one.type === kind);
    const member = chosen?.members[0];
    if (member === undefined) return;
    const content: Value = tap === undefined ? known.blankOf(member) : known.blankVariant(member, tap);
    const rest = Object.entries(json).filter(([key]) => SENDING.has(key) && key !== 'type');
    const whole = { ...Object.fromEntries(rest), type: kind, [member.name]: content } as Value;
    void session.dispatch(
      named(t('composer.undo.change', { what: t('composer.kind') }), [
        { type: 'ReplaceValue', at: '', value: whole },
      ]),
    );
  };

  return (
    <>
      <Select
        label={t('composer.kind')}
        value={value}
        choices={[
          ...kinds
            .filter((kind) => kind.type !== 'interactive' && kind.type !== 'template')
            .map((kind) => ({ id: kind.type, label: choiceWords(kind.type) })),
          ...taps.map((tap) => ({ id: `interactive.${tap.type}`, label: choiceWords(tap.type) })),
        ]}
        onChange={choose}
      />
      {facts !== undefined && (
        <FactsForm at="" value={json as Value} members={facts.members} skip={SENDING} />
      )}
      <Samples />
    </>
  );
}
