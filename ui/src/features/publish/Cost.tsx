import { useEffect, useMemo, useState } from 'react';
import { type Forecast, host, type StageCost } from '@/host';
import { countryName, isKey, isoDay, money, number, t } from '@/i18n';
import { kindName, StageMark } from '@/journey-words';
import { Button, ComboBox, Icon, NumberField, setPanel, usePanel } from '@/kit';
import styles from './cost.module.css';
import type { JourneyPublish } from './Publish';

/** Customers of a month as long as nobody says: what a small shop sees. */
const CUSTOMERS = 200;
/** Of a hundred who are asked; the core's word for it. */
const ANSWERING = 60;

/** What a month is expected to cost, and what that is worked out with. */
export function Cost({ journey }: { journey: JourneyPublish }) {
  const [customers] = usePanel('publish.customers', CUSTOMERS);
  const [answering] = usePanel('publish.answering', ANSWERING);
  const [starts, setStarts] = useState<Readonly<Record<string, number>>>({});
  const [isOpen, setOpen] = useState(false);
  const { forecast, trouble } = useForecast(journey, customers, answering, starts);
  return (
    <section className={styles.cost} aria-labelledby="publish-cost">
      <header className={styles.head}>
        <h2 id="publish-cost" className={styles.title}>
          {t('publish.cost')}
        </h2>
        <Button
          size="small"
          variant="quiet"
          icon={isOpen ? 'chevronDown' : 'chevronEnd'}
          aria-expanded={isOpen}
          onPress={() => setOpen((before) => !before)}
        >
          {t('publish.assumed')}
        </Button>
      </header>
      <Amount forecast={trouble === null ? forecast : null} />
      {/* Above what grows and shrinks with every one of them. */}
      {isOpen && (
        <div className={styles.assumed}>
          <NumberField
            label={t('publish.customers')}
            value={customers}
            min={1}
            max={1_000_000}
            onChange={(value) => setPanel('publish.customers', value)}
          />
          <NumberField
            label={t('publish.answering')}
            help={t('publish.answeringHint')}
            value={answering}
            min={0}
            max={100}
            onChange={(value) => setPanel('publish.answering', value)}
          />
          <Country journey={journey} />
          <h3 className={styles.small}>{t('publish.starts')}</h3>
          {forecast?.starts.map((start) => (
            <NumberField
              key={start.key}
              label={start.title === '' ? kindName(start.kind) : start.title}
              value={start.people}
              min={0}
              max={1_000_000}
              onChange={(people) => setStarts((before) => ({ ...before, [start.key]: people }))}
            />
          ))}
          <p className={styles.hint}>{t('publish.assumedRest')}</p>
        </div>
      )}
      {trouble !== null && <p className={styles.hint}>{trouble}</p>}
      {trouble === null && forecast !== null && (
        <>
          <Basis forecast={forecast} />
          <Stages forecast={forecast} />
        </>
      )}
    </section>
  );
}

function useForecast(
  journey: JourneyPublish,
  customers: number,
  answering: number,
  starts: Readonly<Record<string, number>>,
): { forecast: Forecast | null; trouble: string | null } {
  const [forecast, setForecast] = useState<Forecast | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { id, country } = journey;
  useEffect(() => {
    let here = true;
    void host.journeyForecast(id, { customers, answering, country, starts: { ...starts } }).then((answer) => {
      if (!here) return;
      if (answer.ok) setForecast(answer.data);
      setTrouble(answer.ok ? null : answer.error.sentence);
    });
    return () => {
      here = false;
    };
  }, [id, country, customers, answering, starts]);
  return { forecast, trouble };
}

/** The amount, or why there is none, in sight of what it is worked out with; its place is kept free until it is known. */
function Amount({ forecast }: { forecast: Forecast | null }) {
  if (forecast === null) return <div className={styles.amount} />;
  const { amount, low, high, currency, why } = forecast;
  const words = (value: string) => money(Number(value), currency, true);
  if (amount === null) {
    return (
      <div className={styles.amount}>
        <p className={styles.unknown}>
          <Icon name="info" />
          {t('publish.costUnknown')}
        </p>
        <p>
          <bdi>{why}</bdi>
        </p>
      </div>
    );
  }
  return (
    <p className={styles.amount}>
      <strong className="tabular">{words(amount)}</strong>
      {low !== null && high !== null && low !== high && (
        <span>{t('publish.between', { low: words(low), high: words(high) })}</span>
      )}
    </p>
  );
}

/** Whom it is for, and of what day the prices are. */
function Basis({ forecast: { assumed, validFrom, illustrative } }: { forecast: Forecast }) {
  return (
    <p className={styles.hint}>
      {t('publish.costFor', { count: assumed.customers, country: countryName(assumed.country) })}{' '}
      {validFrom !== null &&
        t(illustrative ? 'publish.ratesGuess' : 'publish.ratesOf', { day: isoDay(validFrom) })}
    </p>
  );
}

function Stages({ forecast }: { forecast: Forecast }) {
  const most = Math.max(...forecast.stages.map((stage) => Number(stage.amount ?? 0)));
  const { service, freeTier, categories } = forecast;
  const category = (word: string) => {
    const key = `publish.category.${word}`;
    return isKey(key) ? t(key) : word;
  };
  return (
    <>
      <ul className={styles.stages}>
        {forecast.stages.map((stage) => (
          <Stage key={stage.stage ?? ''} stage={stage} most={most} currency={forecast.currency} />
        ))}
      </ul>
      <p className={styles.hint}>
        {categories
          .map((it) => t('publish.categoryCount', { category: category(it.category), count: it.messages }))
          .join(' · ')}
      </p>
      {freeTier !== null && service > 0 && (
        <p className={styles.hint}>
          {t('publish.freeTier', { used: number(Math.min(service, freeTier)), free: number(freeTier) })}
        </p>
      )}
      {forecast.endless && <p className={styles.hint}>{t('publish.endless')}</p>}
    </>
  );
}

function Stage({ stage, most, currency }: { stage: StageCost; most: number; currency: string | null }) {
  const amount = stage.amount === null ? null : Number(stage.amount);
  return (
    <li className={styles.stage} data-stage={stage.stage ?? undefined}>
      {stage.stage === null ? <span /> : <StageMark stage={stage.stage} />}
      <span>{stage.stage === null ? t('publish.noStage') : t(`gallery.${stage.stage}`)}</span>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ inlineSize: `${most > 0 && amount !== null ? (amount / most) * 100 : 0}%` }} />
      </span>
      <span className={`${styles.each} tabular`}>
        {amount === null ? t('publish.notKnown') : amount === 0 ? t('publish.free') : money(amount, currency)}
      </span>
    </li>
  );
}

function Country({ journey }: { journey: JourneyPublish }) {
  const [countries, setCountries] = useState<readonly string[]>([]);
  useEffect(() => {
    void host.factsMessages().then((answer) => {
      if (answer.ok) setCountries(answer.data.countries);
    });
  }, []);
  const choices = useMemo(
    () =>
      countries.map((id) => ({ id, label: countryName(id) })).sort((a, b) => a.label.localeCompare(b.label)),
    [countries],
  );
  return (
    <ComboBox
      label={t('publish.country')}
      value={journey.country}
      choices={choices}
      onChange={(chosen) => chosen !== null && journey.onCountry(chosen)}
    />
  );
}
