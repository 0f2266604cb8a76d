import { useDraft } from '@/document';
import type { JourneyStep } from '@/host';
import { t } from '@/i18n';
import { WordsField } from '@/journey-values';
import { Icon, NumberField, Select, Switch, TextField } from '@/kit';
import { ExactText } from './ExactText';
import { member, plainMessage, setMember } from './edits';
import {
  type As,
  type Expects as Expected,
  freshExpects,
  MOST_LETTERS,
  OFFERED,
  readExpects,
  writeExpects,
} from './expects';
import type { FieldProps } from './field-props';
import styles from './form.module.css';
import { useEdits } from './Gives';
import { MessageField } from './MessageField';

/** What the answer to a question has to be. */
export function Expects({ step, label }: { step: JourneyStep; label: string }) {
  const send = useEdits();
  const value = member(step, 'expects');
  const expects = readExpects(value);
  const set = (next: Expected) => {
    const edit = setMember(step, 'expects', writeExpects(next));
    return send(edit === undefined ? [] : [edit]);
  };
  const choose = (as: As) => {
    if (as === expects?.as) return;
    const { buttons = [] } = plainMessage(member(step, 'message')) ?? {};
    const titles = buttons.map(({ title }) => title);
    void set(freshExpects(as, titles.length > 0 ? titles : [t('stepForm.yes'), t('stepForm.no')]));
  };
  const offered = expects === null || OFFERED.includes(expects.as) ? OFFERED : [expects.as, ...OFFERED];
  return (
    <div className={styles.message}>
      <Select<As>
        label={label}
        value={expects?.as ?? null}
        placeholder={t('stepForm.expectsOther')}
        choices={offered.map((id) => ({ id, label: t(`stepForm.expects.${id}`) }))}
        onChange={choose}
      />
      {expects === null ? (
        <p className={styles.keptLine}>
          <Icon name="lock" size={12} />
          {t('values.kept')}
        </p>
      ) : (
        <Limits expects={expects} onSet={set} />
      )}
      <ExactText
        label={label}
        value={value}
        onSet={async (next) => send([setMember(step, 'expects', next)].filter((edit) => edit !== undefined))}
      />
    </div>
  );
}

function Limits({ expects, onSet }: { expects: Expected; onSet(next: Expected): Promise<unknown> }) {
  switch (expects.as) {
    case 'number':
      return (
        <FromTo
          {...expects}
          help={expects.from === null && expects.to === null ? undefined : t('stepForm.wholeNumbers')}
          most={999_999_999}
          onSet={(from, to) => onSet({ ...expects, from, to })}
        />
      );
    case 'letters':
    case 'digits':
    case 'code':
      return (
        <FromTo
          {...expects}
          help={expects.as === 'code' ? t('stepForm.codeOf') : undefined}
          most={MOST_LETTERS}
          onSet={(from, to) => onSet({ ...expects, from: from ?? 1, to })}
        />
      );
    case 'oneOf':
      return (
        <WordsField
          label={t('stepForm.oneOfWords')}
          help={t('stepForm.words.help')}
          value={expects.words}
          onSet={async (words) => (words.length === 0 ? { ok: false } : onSet({ ...expects, words }))}
        />
      );
    case 'pattern':
      return (
        <Pattern
          label={t('stepForm.pattern')}
          value={expects.pattern}
          onSet={(pattern) => onSet({ ...expects, pattern })}
        />
      );
    default:
      return null;
  }
}

function Pattern({ label, value, onSet }: FieldProps<string>) {
  const draft = useDraft(value, onSet);
  return <TextField label={label} help={t('stepForm.pattern.help')} {...draft.field} code />;
}

/** Two limits. One that would cross the other takes it along. */
function FromTo({
  from,
  to,
  most,
  help,
  onSet,
}: {
  from: number | null;
  to: number | null;
  most: number;
  help?: string | undefined;
  onSet(from: number | null, to: number | null): Promise<unknown>;
}) {
  const given = (number: number) => (Number.isNaN(number) ? null : Math.round(number));
  return (
    <>
      <div className={styles.pair}>
        <NumberField
          label={t('stepForm.atLeast')}
          value={from ?? Number.NaN}
          min={0}
          max={most}
          step={1}
          onChange={(number) => {
            const least = given(number);
            void onSet(least, to === null || least === null ? to : Math.max(least, to));
          }}
        />
        <NumberField
          label={t('stepForm.atMost')}
          value={to ?? Number.NaN}
          min={0}
          max={most}
          step={1}
          onChange={(number) => {
            const most_ = given(number);
            void onSet(from === null || most_ === null ? from : Math.min(from, most_), most_);
          }}
        />
      </div>
      {help !== undefined && <p className={styles.help}>{help}</p>}
    </>
  );
}

/** What is said after an answer that does not fit, and how often. */
export function Again({ step }: { step: JourneyStep }) {
  const send = useEdits();
  const again = member(step, 'again');
  const tries = member(step, 'tries');
  const count = typeof tries === 'number' ? tries : 0;
  const isOn = again !== undefined && count > 0;
  const turn = (on: boolean) => {
    const text = { type: 'text', text: { body: t('stepForm.again.text') } };
    // Switched off, the words stay for the next time.
    const edits = on
      ? [again === undefined ? setMember(step, 'again', text) : undefined, setMember(step, 'tries', 1)]
      : [setMember(step, 'tries', undefined)];
    void send(edits.filter((edit) => edit !== undefined));
  };
  return (
    <>
      <Switch label={t('stepForm.again')} help={t('stepForm.again.help')} isSelected={isOn} onChange={turn} />
      {isOn && (
        <>
          <MessageField step={step} member="again" label={t('stepForm.again.message')} payload={again} />
          <NumberField
            label={t('stepForm.field.tries')}
            value={count}
            min={1}
            step={1}
            onChange={(number) =>
              void send(
                [setMember(step, 'tries', Number.isNaN(number) ? 1 : Math.round(number))].filter(
                  (edit) => edit !== undefined,
                ),
              )
            }
          />
        </>
      )}
    </>
  );
}
