import type { ReactNode } from 'react';
import { join, useMessage, useMessageSession } from '@/document';
import type { Value } from '@/host';
import { t } from '@/i18n';
import { Button, type IconName, Menu } from '@/kit';
import { Buttons } from './Buttons';
import styles from './composer.module.css';
import { Details } from './Details';
import { FactsForm, ItemButtons, useProblemAt } from './FactsForm';
import { Header } from './Header';
import { useKnown } from './known';
import { fields, items, named, type Part, partsOf, placeFor, words } from './model';
import { useMarked, useParts, usePartText, useSamples } from './part';
import { MessageText } from './text';
import { Samples, useDetails } from './variables';

const TEXT = new Set(['text', 'example', 'format']);

/** A template from top to bottom, as the phone shows it. */
export function TemplateForm({ languages }: { languages: ReactNode }) {
  const parts = useParts();
  const known = useKnown();
  const category = useMessage((state) => words(fields(state.message.json).category).toUpperCase());
  return (
    <>
      <Details />
      {languages}
      {category === 'AUTHENTICATION' ? (
        <CodeParts parts={parts} />
      ) : (
        <>
          <Header list="/components" parts={parts} />
          <Offer parts={parts} />
          <Text parts={parts} list="/components" />
          <Samples />
          <SmallPrint parts={parts} list="/components" />
          <Buttons list="/components" parts={parts} most={known.facts.mostButtons} />
          <Cards parts={parts} />
          <AddPart parts={parts} />
        </>
      )}
    </>
  );
}

/** The text of the message or of a card. */
function Text({ parts, list, limit }: { parts: readonly Part[]; list: string; limit?: number }) {
  const part = parts.find(({ type }) => type === 'BODY');
  const label = t('composer.message');
  if (part === undefined)
    return <AddOne type="BODY" parts={parts} list={list} label={label} value={{ type: 'BODY', text: '' }} />;
  return <PartText part={part} label={label} limit={limit} formats />;
}

function PartText({
  part,
  label,
  limit,
  formats = false,
}: {
  part: Part;
  label: string;
  limit?: number | undefined;
  formats?: boolean;
}) {
  const known = useKnown();
  const draft = usePartText(part, label);
  const error = useProblemAt(join(part.at, 'text'));
  const marked = useMarked(join(part.at, 'text'));
  const samples = useSamples(part);
  const details = useDetails();
  const most = known.facts.parts
    .find(({ type }) => type === part.type)
    ?.members.find(({ name }) => name === 'text')?.max;
  return (
    <div data-at={part.at}>
      <MessageText
        label={label}
        draft={draft}
        limit={limit ?? most ?? undefined}
        samples={samples}
        marked={marked}
        error={error}
        details={formats ? details : undefined}
        formats={formats}
        multiline={formats}
        placeholder={formats ? t('composer.writeHere') : ''}
      />
    </div>
  );
}

/** The grey line below the text. */
function SmallPrint({ parts, list }: { parts: readonly Part[]; list: string }) {
  const part = parts.find(({ type }) => type === 'FOOTER');
  const label = t('composer.smallPrint');
  if (part === undefined)
    return (
      <AddOne type="FOOTER" parts={parts} list={list} label={label} value={{ type: 'FOOTER', text: '' }} />
    );
  return (
    <div className={styles.removable}>
      <PartText part={part} label={label} />
      <TakeAway part={part} label={label} />
    </div>
  );
}

/** Takes a part away. */
function TakeAway({ part, label }: { part: Part; label: string }) {
  const session = useMessageSession();
  return (
    <Button
      size="small"
      variant="quiet"
      icon="close"
      onPress={() =>
        void session.dispatch(
          named(t('composer.undo.remove', { what: label }), [{ type: 'RemoveItems', items: [part.at] }]),
        )
      }
    >
      {t('composer.takeAway', { what: label })}
    </Button>
  );
}

function AddOne({
  type,
  parts,
  list,
  label,
  value,
}: {
  type: string;
  parts: readonly Part[];
  list: string;
  label: string;
  value: Value;
}) {
  const session = useMessageSession();
  return (
    <Button
      className={styles.addPart ?? ''}
      size="small"
      variant="quiet"
      icon="add"
      onPress={() =>
        void session.dispatch(
          named(t('composer.undo.add', { what: label }), [
            { type: 'InsertItem', at: list, index: placeFor(parts, type), value },
          ]),
        )
      }
    >
      {t('composer.add', { what: label })}
    </Button>
  );
}

/** The band of an offer that ends. */
function Offer({ parts }: { parts: readonly Part[] }) {
  const part = parts.find(({ type }) => type === 'LIMITED_TIME_OFFER');
  return part === undefined ? null : <OtherPart part={part} />;
}

/** A part whose members the facts tell. */
function OtherPart({ part }: { part: Part }) {
  const known = useKnown();
  const facts = known.facts.parts.find(({ type }) => type === part.type);
  const label = partWords(part.type);
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {facts === undefined ? (
        <p className={styles.note}>{t('composer.unknownPart')}</p>
      ) : (
        <FactsForm at={part.at} value={part.value as Value} members={facts.members} />
      )}
      <TakeAway part={part} label={label} />
    </fieldset>
  );
}

function blankCard(): Value {
  const components: Value[] = [
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: '' },
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: '' }] },
  ];
  return { components };
}

const PARTS: Readonly<Record<string, { icon: IconName; value: Value }>> = {
  LIMITED_TIME_OFFER: {
    icon: 'offer',
    value: { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: '', has_expiration: true } },
  },
  CAROUSEL: {
    icon: 'cards',
    value: {
      type: 'CAROUSEL',
      cards: [blankCard(), blankCard()],
    },
  },
  CALL_PERMISSION_REQUEST: { icon: 'call', value: { type: 'CALL_PERMISSION_REQUEST' } },
};

function partWords(type: string): string {
  return type in PARTS ? t(`composer.part.${type as 'CAROUSEL'}`) : type;
}

/** Parts that few messages have. */
function AddPart({ parts }: { parts: readonly Part[] }) {
  const session = useMessageSession();
  const category = useMessage((state) => words(fields(state.message.json).category).toUpperCase());
  const known = useKnown();
  const missing = Object.entries(PARTS).filter(([type]) => !parts.some((part) => part.type === type));
  const others = parts.filter(
    ({ type }) => !['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'].includes(type),
  );
  return (
    <>
      {others.map((part) => (
        <OtherPart key={part.at} part={part} />
      ))}
      {missing.length > 0 && (
        <Menu
          label={t('composer.addPart')}
          groups={[
            {
              entries: missing.map(([type, { icon, value }]) => {
                const allowed = known.facts.parts.find((part) => part.type === type)?.categories ?? [];
                const fits = allowed.length === 0 || allowed.includes(category);
                return {
                  id: type,
                  icon,
                  label: partWords(type),
                  isDisabled: !fits,
                  second: fits
                    ? undefined
                    : t('composer.onlyIn', {
                        category: allowed.map((one) => t(`composer.category.${one as 'UTILITY'}`)).join(', '),
                      }),
                  run: () =>
                    void session.dispatch(
                      named(t('composer.undo.add', { what: partWords(type) }), [
                        { type: 'InsertItem', at: '/components', index: placeFor(parts, type), value },
                      ]),
                    ),
                };
              }),
            },
          ]}
        >
          <Button size="small" variant="quiet" icon="add">
            {t('composer.addPart')}
          </Button>
        </Menu>
      )}
    </>
  );
}

/** The cards one swipes through. */
function Cards({ parts }: { parts: readonly Part[] }) {
  const session = useMessageSession();
  const known = useKnown();
  const part = parts.find(({ type }) => type === 'CAROUSEL');
  if (part === undefined) return null;
  const at = join(part.at, 'cards');
  const cards = items(part.value.cards);
  const [, most] = known.facts.cards;
  const title = t('composer.undo.change', { what: partWords('CAROUSEL') });
  return (
    <fieldset className={styles.group}>
      <legend>
        {partWords('CAROUSEL')}{' '}
        <span className={styles.of}>{t('composer.countOf', { count: cards.length, most })}</span>
      </legend>
      {cards.map((card, index) => {
        const list = join(at, index, 'components');
        const inner = partsOf(fields(card).components, list);
        return (
          <div key={index} className={styles.card}>
            <header className={styles.fieldHead}>
              <h4>{t('composer.cardPlace', { place: index + 1 })}</h4>
              <ItemButtons
                at={at}
                index={index}
                count={cards.length}
                title={title}
                what={t('composer.card')}
              />
            </header>
            <Header list={list} parts={inner} allowed={['IMAGE', 'VIDEO']} />
            <Text list={list} parts={inner} limit={known.facts.cardText} />
            <Buttons list={list} parts={inner} most={2} allowed={['QUICK_REPLY', 'URL', 'PHONE_NUMBER']} />
          </div>
        );
      })}
      <div className={styles.row}>
        <Button
          size="small"
          variant="quiet"
          icon="add"
          isDisabled={cards.length >= most || cards.length === 0}
          onPress={() =>
            void session.dispatch(
              named(title, [{ type: 'DuplicateItems', items: [join(at, cards.length - 1)] }]),
            )
          }
        >
          {t('composer.addCard')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon="close"
          onPress={() => void session.dispatch(named(title, [{ type: 'RemoveItems', items: [part.at] }]))}
        >
          {t('composer.takeAway', { what: partWords('CAROUSEL') })}
        </Button>
      </div>
    </fieldset>
  );
}

/** A template for codes has no words of one's own: WhatsApp writes them. */
function CodeParts({ parts }: { parts: readonly Part[] }) {
  const known = useKnown();
  const of = (type: string) => parts.find((part) => part.type === type);
  const members = (type: string) =>
    known.facts.parts.find((part) => part.type === type)?.members.filter(({ name }) => !TEXT.has(name)) ?? [];
  const body = of('BODY');
  const footer = of('FOOTER');
  return (
    <>
      <p className={styles.note}>{t('composer.codeNote')}</p>
      {body === undefined ? (
        <AddOne
          type="BODY"
          parts={parts}
          list="/components"
          label={t('composer.message')}
          value={{ type: 'BODY', add_security_recommendation: true }}
        />
      ) : (
        <FactsForm at={body.at} value={body.value as Value} members={members('BODY')} />
      )}
      {footer === undefined ? (
        <AddOne
          type="FOOTER"
          parts={parts}
          list="/components"
          label={t('composer.codeExpiry')}
          value={{ type: 'FOOTER', code_expiration_minutes: 10 }}
        />
      ) : (
        <FactsForm at={footer.at} value={footer.value as Value} members={members('FOOTER')} />
      )}
      <Buttons list="/components" parts={parts} most={1} allowed={['OTP']} />
    </>
  );
}
