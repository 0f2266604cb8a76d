import { GridList, GridListItem } from 'react-aria-components';
import { useDocument, useSession } from '@/document';
import type { Asked, Pointer, Sample } from '@/host';
import { t } from '@/i18n';
import { Button, Icon, IconButton, Menu } from '@/kit';
import styles from './answers.module.css';
import { addSamples, answerByItself } from './samples';
import { effectWords, faultWords, questionName, sampleName } from './words';

/**
 * The samples of a question. Arrows go from one to the next, Enter answers with it (or, where nobody asks, opens it);
 * all else is in the menu of each.
 */
export function SampleList({
  asked,
  onChoose,
  onEdit,
  autoFocus = false,
}: {
  asked: Asked;
  onChoose(sample: Sample): void;
  onEdit(at: Pointer): void;
  autoFocus?: boolean;
}) {
  const session = useSession();
  const flow = useDocument((state) => state.flow);
  const { samples, question } = asked;
  if (samples.length === 0) return <Empty asked={asked} autoFocus={autoFocus} onEdit={onEdit} />;
  return (
    <>
      <GridList
        className={styles.list}
        aria-label={questionName(flow, question)}
        autoFocus={autoFocus ? 'first' : false}
        items={samples}
        dependencies={[flow, asked]}
        keyboardNavigationBehavior="tab"
        onAction={(key) => {
          const sample = samples.find(({ at }) => at === key);
          if (sample !== undefined) onChoose(sample);
        }}
      >
        {(sample) => {
          const { at, answer, faults } = sample;
          const name = sampleName(answer);
          const [fault] = faults;
          const effect = effectWords(flow, question, answer);
          return (
            <GridListItem id={at} textValue={`${name}, ${effect}`} className={styles.sample}>
              <span className={styles.words}>
                <span className={styles.name} dir="auto">
                  {name}
                </span>
                <span className={styles.effect}>
                  <bdi>{effect}</bdi>
                  {answer.byItself === true && <> · {t('answers.byItselfMark')}</>}
                </span>
                {fault !== undefined && (
                  <span className={styles.fault}>
                    <Icon name="blocked" size={12} />
                    <span>
                      {faultWords(flow, fault)}
                      {faults.length > 1 && ` ${t('answers.more', { count: faults.length - 1 })}`}
                    </span>
                  </span>
                )}
              </span>
              <Menu
                label={t('answers.menuOf', { name })}
                placement="bottom end"
                groups={[
                  {
                    entries: [
                      { id: 'edit', label: t('answers.edit'), icon: 'edit', run: () => onEdit(at) },
                      {
                        id: 'copy',
                        label: t('answers.duplicate'),
                        icon: 'copy',
                        run: () =>
                          void session.dispatch((now) =>
                            addSamples(now, question, [
                              { ...answer, name: t('answers.copyOf', { name: sampleName(answer) }) },
                            ]),
                          ),
                      },
                      {
                        id: 'self',
                        label: t(answer.byItself === true ? 'answers.askEachTime' : 'answers.byItself'),
                        icon: answer.byItself === true ? 'wait' : 'play',
                        run: () =>
                          void session.dispatch((now) =>
                            answerByItself(now, asked, answer.byItself === true ? null : at),
                          ),
                      },
                    ],
                  },
                  {
                    entries: [
                      {
                        id: 'delete',
                        label: t('answers.delete'),
                        icon: 'delete',
                        danger: true,
                        run: () => void session.dispatch({ type: 'SetNote', at, value: null }),
                      },
                    ],
                  },
                ]}
              >
                <IconButton icon="more" size="panel" label={t('answers.menuOf', { name })} />
              </Menu>
            </GridListItem>
          );
        }}
      </GridList>
      <div>
        <NewAnswer asked={asked} onEdit={onEdit} />
      </div>
    </>
  );
}

/** Nothing kept yet: one press makes what is usual. */
function Empty({
  asked,
  autoFocus,
  onEdit,
}: {
  asked: Asked;
  autoFocus: boolean;
  onEdit(at: Pointer): void;
}) {
  const session = useSession();
  const { question, suggested } = asked;
  const good = { ...suggested, name: t('answers.good') };
  const error = { name: t('answers.error'), data: { error_message: t('answers.errorWords') } };
  // As the form opens there is no screen yet that could stay with a message.
  const usual = question.type === 'init' ? [good] : [good, error];
  return (
    <div className={styles.empty}>
      <p>{t('answers.none')}</p>
      <div className={styles.buttons}>
        <Button
          icon="tidy"
          autoFocus={autoFocus}
          onPress={() => void session.dispatch((now) => addSamples(now, question, usual))}
        >
          {t(usual.length === 1 ? 'answers.makeGood' : 'answers.makeUsual')}
        </Button>
        <NewAnswer asked={asked} onEdit={onEdit} />
      </div>
    </div>
  );
}

function NewAnswer({ asked, onEdit }: { asked: Asked; onEdit(at: Pointer): void }) {
  const session = useSession();
  const add = async () => {
    let at: Pointer | undefined;
    const name = t('answers.newName', { number: asked.samples.length + 1 });
    const answer = await session.dispatch((now) => {
      const edit = addSamples(now, asked.question, [{ ...asked.suggested, name }]);
      at = edit.type === 'SetNote' ? edit.at : undefined;
      return edit;
    });
    if (answer.ok && at !== undefined) onEdit(at);
  };
  return (
    <Button size="small" variant="quiet" icon="add" onPress={() => void add()}>
      {t('answers.new')}
    </Button>
  );
}
