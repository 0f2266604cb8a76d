import { useDocument, useDraft, useSession, valueAt } from '@/document';
import type { Asked, Fault, Pointer, SampleAnswer, Value } from '@/host';
import { t } from '@/i18n';
import { Button, Icon, Menu, Select, Switch, TextField } from '@/kit';
import styles from './answers.module.css';
import { EndFields } from './EndFields';
import {
  answerByItself,
  askingScreen,
  changeSample,
  dataFor,
  dataModel,
  filledScreen,
  SUCCESS,
  sampleAt,
} from './samples';
import { ValueField } from './ValueField';
import { faultWords, titleOf } from './words';

const STAY = '#stay';

/** One sample: its name, where it leads, and a field for each value the screen there expects. */
export function AnswerEditor({ asked, at }: { asked: Asked; at: Pointer }) {
  const session = useSession();
  const flow = useDocument((state) => state.flow);
  const answer = sampleAt(flow, at);
  const change = (changed: Partial<SampleAnswer>) =>
    session.dispatch((now) => changeSample(now, at, changed));
  const name = useDraft(answer?.name ?? '', (text) => change({ name: text }));
  const message = valueAt(answer?.data, '/error_message');
  const notice = useDraft(typeof message === 'string' ? message : '', (text) =>
    setValue('error_message', text === '' ? undefined : text),
  );
  if (answer === undefined) return null;

  const { question } = asked;
  const { data } = answer;
  const own = askingScreen(question);
  const target = answer.screen === own ? null : answer.screen;
  const ends = target === SUCCESS;
  const faults = asked.samples.find((sample) => sample.at === at)?.faults ?? [];
  const model = dataModel(flow, filledScreen(flow, question, answer));
  const keys = [...Object.keys(model), ...Object.keys(data).filter((key) => !Object.hasOwn(model, key))];
  const filled = keys.filter((key) => Object.hasOwn(data, key) && key !== 'error_message');
  const free = keys.filter((key) => !Object.hasOwn(data, key));
  const ofWay = faults.filter(({ code }) => code === 'invalid-screen-transition');

  /** Works on the sample as it is by then: two fields may be left one right after the other. */
  function setValue(key: string, value: Value | undefined) {
    return session.dispatch((now) => {
      const { [key]: _, ...rest } = sampleAt(now, at)?.data ?? {};
      return changeSample(now, at, { data: value === undefined ? rest : { ...rest, [key]: value } });
    });
  }

  const choices = [
    ...asked.next.map((id) => ({ id, label: titleOf(flow, id) })),
    ...(own === null ? [] : [{ id: STAY, label: t('answers.stay', { screen: titleOf(flow, own) }) }]),
    ...(own === null ? [] : [{ id: SUCCESS, label: t('answers.end') }]),
  ];
  const chosen = target ?? STAY;

  return (
    <div className={styles.editor}>
      <TextField label={t('answers.name')} help={t('answers.nameHelp')} {...name.field} />
      <Select
        label={t('answers.leadsTo')}
        value={chosen}
        choices={
          choices.some(({ id }) => id === chosen)
            ? choices
            : [
                ...choices,
                { id: chosen, label: target === null ? t('answers.nowhere') : titleOf(flow, target) },
              ]
        }
        error={ofWay[0] === undefined ? null : faultWords(flow, ofWay[0])}
        onChange={(id) => {
          const screen = id === STAY ? null : id;
          void session.dispatch((now) => {
            const before = sampleAt(now, at);
            if (before === undefined) return undefined;
            return changeSample(now, at, { screen, data: dataFor(now, question, before, screen) });
          });
        }}
      />
      {ends ? (
        <EndFields data={data} faults={faults} set={(next) => void change({ data: next })} />
      ) : (
        <>
          {own !== null && (
            <TextField
              label={t('answers.message')}
              help={t(target === null ? 'answers.messageHelp' : 'answers.messageElsewhere')}
              value={notice.value}
              onChange={notice.onChange}
              onBlur={notice.onBlur}
              rows={2}
              placeholder={t('answers.messageExample')}
            />
          )}
          <section className={styles.group} aria-label={t('answers.values')}>
            <h3 className={styles.heading}>{t('answers.values')}</h3>
            {keys.every((key) => key === 'error_message') && (
              <p className={styles.why}>{t('answers.noValues')}</p>
            )}
            {filled.map((key) => (
              <ValueField
                key={`${target}-${key}`}
                name={key}
                schema={model[key]}
                value={data[key] ?? null}
                error={faultOf(key, faults, (fault) => faultWords(flow, fault))}
                set={(value) => setValue(key, value)}
                onRemove={
                  target === null || !Object.hasOwn(model, key)
                    ? () => void setValue(key, undefined)
                    : undefined
                }
              />
            ))}
            {target === null
              ? free.length > 0 && (
                  <div>
                    <Menu
                      label={t('answers.addValue')}
                      groups={[
                        {
                          entries: free.map((key) => ({
                            id: key,
                            label: key,
                            run: () => void setValue(key, valueAt(model[key], '/__example__') ?? null),
                          })),
                        },
                      ]}
                    >
                      <Button size="small" icon="add">
                        {t('answers.addValue')}
                      </Button>
                    </Menu>
                  </div>
                )
              : free.map((key) => (
                  <p key={key} className={styles.missing}>
                    <Icon name="blocked" size={12} />
                    <span>{t('answers.missing', { name: key })}</span>
                    <Button
                      size="small"
                      icon="add"
                      onPress={() => void setValue(key, valueAt(model[key], '/__example__') ?? null)}
                    >
                      {t('answers.fillIn', { name: key })}
                    </Button>
                  </p>
                ))}
          </section>
        </>
      )}
      <Switch
        label={t('answers.byItself')}
        help={t('answers.byItselfHelp')}
        isSelected={answer.byItself}
        onChange={(on) => void session.dispatch((now) => answerByItself(now, asked, on ? at : null))}
      />
    </div>
  );
}

/** What is wrong with a value, or with something in it. */
function faultOf(key: string, faults: readonly Fault[], words: (fault: Fault) => string): string | undefined {
  const fault = faults.find(({ misfit }) => {
    if (!('key' in misfit)) return false;
    return misfit.key === key || misfit.key.startsWith(`${key}.`) || misfit.key.startsWith(`${key}[`);
  });
  return fault === undefined ? undefined : words(fault);
}
