import { createContext, use } from 'react';
import type {
  Value,
  ComposerFacts as WireFacts,
  MemberFacts as WireMember,
  PartFacts as WirePart,
  VariantFacts as WireVariant,
} from '@/host';
import { fields, words } from './model';

// What may be left out when facts are read is always there when the core writes them.

/** What is known of a member. */
export type MemberFacts = Required<Omit<WireMember, 'item' | 'members'>> & {
  item: MemberFacts[];
  members: MemberFacts[];
};

/** What is known of a part or a button. */
type PartFacts = Required<Omit<WirePart, 'members'>> & { members: MemberFacts[] };

/** What is known of an object that says what it is. */
type VariantFacts = Omit<WireVariant, 'members'> & { members: MemberFacts[] };

/** What templates and messages are made of. */
export type ComposerFacts = Omit<WireFacts, 'parts' | 'buttons' | 'message' | 'variants'> & {
  parts: PartFacts[];
  buttons: PartFacts[];
  message: MemberFacts[];
  variants: Partial<Record<string, VariantFacts[]>>;
};

/** What templates and messages are made of, and how to begin with a new piece of it. */
export interface Known {
  readonly facts: ComposerFacts;
  /** Members that an object has besides, by what its `type` says. */
  variantOf(member: MemberFacts, value: Value | undefined): readonly MemberFacts[];
  /** A new value for a member. */
  blankOf(member: MemberFacts): Value;
  /** A new object of a kind. */
  blankVariant(member: MemberFacts, type: string): Value;
  /** A new item for a list, at a place. */
  blankItem(member: MemberFacts, place: number): Value;
}

export function knownOf(wire: WireFacts): Known {
  const facts = wire as ComposerFacts;
  const variant = (member: MemberFacts, type: string) =>
    facts.variants[member.variants ?? '']?.find((known) => known.type === type);

  const members = (list: readonly MemberFacts[], place: number): Value =>
    Object.fromEntries(
      list
        .filter((member) => member.required || (member.name === 'text' && member.types[0] === 'object'))
        .map((member) => [member.name, blank(member, place)]),
    ) as Value;

  const blank = (member: MemberFacts, place = 0): Value => {
    switch (member.types[0]) {
      case 'object':
        return members(member.members, place);
      case 'array':
        return Array.from({ length: member.minItems ?? 0 }, (_, index) => item(member, index)) as Value;
      case 'boolean':
        return false;
      case 'integer':
        return member.name === 'card_index' ? place : (member.min ?? 0);
      case 'number':
        return 0;
      default:
        if (member.choices.length > 0) return member.choices[0] ?? '';
        // Ids only have to differ; nobody sees them.
        return member.name === 'id' ? crypto.randomUUID().slice(0, 8) : '';
    }
  };

  const item = (member: MemberFacts, place: number): Value =>
    member.item.length > 0 ? members(member.item, place) : '';

  const blankVariant: Known['blankVariant'] = (member, type) =>
    ({
      ...fields(members(member.members, 0)),
      type,
      ...fields(members(variant(member, type)?.members ?? [], 0)),
    }) as Value;

  return {
    facts,
    variantOf: (member, value) => variant(member, words(fields(value).type))?.members ?? [],
    blankOf: (member) =>
      member.variants === null
        ? blank(member)
        : blankVariant(member, facts.variants[member.variants]?.[0]?.type ?? ''),
    blankVariant,
    blankItem: item,
  };
}

const Facts = createContext<Known | null>(null);
export const KnownProvider = Facts;

/** What templates and messages are made of. */
export function useKnown(): Known {
  const known = use(Facts);
  if (known === null) throw new Error('useKnown outside of KnownProvider');
  return known;
}
