import { useMemo } from 'react';
import { useMessage, useMessageSession } from '@/document';
import { FixButton, mend } from '@/fixes';
import { type Diagnostic, type Fix, host, type MessageAdvice, type MessagePrice } from '@/host';
import { countryName, isoDay, money, t } from '@/i18n';
import { Button, ComboBox, Icon, interrupt, toast } from '@/kit';
import look from './advice.module.css';
import styles from './composer.module.css';
import { useKnown } from './known';
import { fields, words } from './model';

/** Findings that the advice stands for. */
export const ABOUT_CATEGORY: ReadonlySet<string> = new Set([
  'template-category-likely-other',
  'template-category-may-be-utility',
]);

/** So many messages the price is told for. */
const A_MONTH = 150;

/** What Meta will likely file the template under, why, what that costs, and the ways out. */
export function Advice() {
  const session = useMessageSession();
  const advice = useMessage((state) => state.view?.advice ?? null);
  const chosen = useMessage((state) => words(fields(state.message.json).category).toUpperCase());
  const finding = useMessage((state) => state.view?.diagnostics.find(({ rule }) => ABOUT_CATEGORY.has(rule)));
  const prices = useMessage((state) => state.view?.prices);
  if (advice === null || finding === undefined) {
    return <Price prices={prices ?? []} category={chosen} />;
  }
  const category = advice.category ?? chosen;
  const known = (name: string): name is 'UTILITY' =>
    ['UTILITY', 'MARKETING', 'AUTHENTICATION'].includes(name);
  return (
    <section className={`${look.advice} ${look[finding.severity]}`} aria-label={t('composer.advice')}>
      <h3>
        <Icon name={finding.severity} size={16} />
        {known(category) ? t(`composer.likely.${category}`) : <bdi>{finding.headline}</bdi>}
      </h3>
      {known(chosen) && <p>{t('composer.youChose', { category: t(`composer.category.${chosen}`) })}</p>}
      <Reasons advice={advice} />
      <Turn prices={prices ?? []} from={chosen} to={category} />
      <div className={look.fixes}>
        {finding.fixes.slice(0, 3).map((fix, place) => (
          <FixButton
            key={fix.title}
            fix={fix}
            variant={place === 0 ? 'primary' : 'plain'}
            onFix={() => void mend(session, finding, fix)}
          />
        ))}
      </div>
    </section>
  );
}

function Reasons({ advice }: { advice: MessageAdvice }) {
  if (advice.reasons.length === 0) return null;
  return (
    <ul className={look.reasons}>
      {advice.reasons.slice(0, 4).map((reason) => (
        <li key={`${reason.part} ${reason.start}`}>
          <bdi>“{reason.words.replace(/\s+/g, ' ')}”</bdi> {t(`composer.intent.${reason.intent}`)}
        </li>
      ))}
    </ul>
  );
}

function priceWords(amount: string | null, currency: string | null): string {
  if (amount === null) return '';
  return currency === null ? t('composer.free') : money(Number(amount), currency);
}

/** From the price of one category to that of another. */
function Turn({ prices, from, to }: { prices: readonly MessagePrice[]; from: string; to: string }) {
  const before = prices.find((price) => price.category === from);
  const after = prices.find((price) => price.category === to);
  if (before?.amount == null || after?.amount == null) return null;
  const month = (price: MessagePrice) => priceWords(String(Number(price.amount) * A_MONTH), price.currency);
  return (
    <>
      <div className={look.turn}>
        <span>
          {t(`composer.category.${from as 'UTILITY'}`)}
          <strong className="tabular">{priceWords(before.amount, before.currency)}</strong>
        </span>
        <Icon name="next" size={14} />
        <span>
          {t(`composer.category.${to as 'UTILITY'}`)}
          <strong className="tabular">{priceWords(after.amount, after.currency)}</strong>
        </span>
      </div>
      <p>{t('composer.aMonth', { count: A_MONTH, before: month(before), after: month(after) })}</p>
      <AsOf price={after} />
    </>
  );
}

/** What one message costs, with the day of the rate. */
function Price({ prices, category }: { prices: readonly MessagePrice[]; category: string }) {
  const price = prices.find((known) => known.category === category);
  if (price === undefined) return null;
  return (
    <section className={look.price} aria-label={t('composer.cost')}>
      <h3>{t('composer.cost')}</h3>
      {price.amount === null ? (
        <p>
          <bdi>{price.why}</bdi>
        </p>
      ) : (
        <>
          <p>
            {t('composer.costOf', {
              amount: priceWords(price.amount, price.currency),
              thousand: priceWords(price.thousand ?? price.amount, price.currency),
            })}
          </p>
          <AsOf price={price} />
        </>
      )}
    </section>
  );
}

function AsOf({ price }: { price: MessagePrice }) {
  const country = countryName(price.country);
  if (price.validFrom === null) return null;
  const day = isoDay(price.validFrom);
  return (
    <p className={styles.note}>
      {t(price.illustrative ? 'composer.asOfSecondHand' : 'composer.asOf', { country, day })}
    </p>
  );
}

/** Where most customers live: prices differ from country to country. */
export function Country({ country, onCountry }: { country: string; onCountry(country: string): void }) {
  const known = useKnown();
  const session = useMessageSession();
  const takeIn = async (): Promise<void> => {
    const answer = await host.ratesImport();
    if (!answer.ok) {
      if (answer.error.code !== 'cancelled') interrupt(answer.error.sentence);
    } else if (answer.data !== null) {
      toast({
        words: t('composer.ratesTaken', { count: answer.data.markets, day: isoDay(answer.data.validFrom) }),
        icon: 'ok',
      });
      session.setCountries([country]);
    }
  };
  const choices = useMemo(() => {
    return known.facts.countries
      .map((id) => ({ id, label: countryName(id) }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }, [known]);
  return (
    <div className={look.country}>
      <ComboBox
        label={t('composer.country')}
        value={country}
        choices={choices}
        onChange={(chosen) => chosen !== null && onCountry(chosen)}
      />
      <Button size="small" variant="quiet" icon="import" onPress={() => void takeIn()}>
        {t('composer.takeRates')}
      </Button>
    </div>
  );
}

/** What else stands to be said, worst first. */
export function Findings() {
  const session = useMessageSession();
  const found = useMessage((state) => state.view?.diagnostics);
  const list = (found ?? []).filter(({ rule }) => !ABOUT_CATEGORY.has(rule));
  const rank = { blocked: 0, risky: 1, advice: 2 } as const;
  const sorted = [...list].sort((a, b) => rank[a.severity] - rank[b.severity]);
  if (found === undefined) return null;
  if (sorted.length === 0) {
    // Not below advice about the category.
    if (found.length > 0) return null;
    return (
      <p className={look.clear}>
        <Icon name="ok" size={14} />
        {t('composer.clear')}
      </p>
    );
  }
  return (
    <section aria-label={t('composer.problems')} className={look.findings}>
      {sorted.slice(0, 12).map((finding) => (
        <Finding
          key={`${finding.rule} ${finding.place.pointer} ${finding.headline}`}
          finding={finding}
          onShow={() => session.goToPlace(finding.place.pointer)}
          onFix={(fix) => void mend(session, finding, fix)}
        />
      ))}
    </section>
  );
}

function Finding({ finding, onShow, onFix }: { finding: Diagnostic; onShow(): void; onFix(fix: Fix): void }) {
  const [first] = finding.fixes;
  return (
    <article className={look.finding}>
      <Icon name={finding.severity} size={14} className={look[finding.severity]} />
      <div>
        <button type="button" className={look.headline} onClick={onShow}>
          <span className="visually-hidden">{t(`kit.${finding.severity}`)}: </span>
          <bdi>{finding.headline}</bdi>
        </button>
        <p>
          <bdi>{finding.why}</bdi>
        </p>
        {first !== undefined && <FixButton fix={first} size="row" onFix={onFix} />}
      </div>
    </article>
  );
}
