import type { ChatView, JourneyStep, StepMessage } from '@/host';
import { t } from '@/i18n';
import { Icon, type IconName } from '@/kit';
import styles from './bubble.module.css';
import { CardText } from './CardText';

/** A message as its bubble. What can be answered stands below as rows, each with its way. */
export function CardMessage({ step, message }: { step: JourneyStep; message: StepMessage }) {
  const { chat } = message;
  const bubble = chat?.bubble ?? null;
  if (chat === null || bubble === null) {
    return (
      <div className={styles.bubble}>
        <p className={styles.missing}>
          <Icon isDrawn name="template" size={12} /> <bdi>{message.template ?? ''}</bdi>
        </p>
      </div>
    );
  }
  const hasRows = step.ways.some((way) => way.role === 'choice');
  const buttons = hasRows ? [] : bubble.buttons;
  return (
    <div className={styles.bubble} dir={chat.rtl ? 'rtl' : 'ltr'}>
      <Head chat={chat} />
      {bubble.text !== null && <CardText text={bubble.text} />}
      {bubble.footer !== null && <CardText text={bubble.footer} small />}
      {buttons.slice(0, 3).map((button) => (
        <span key={`${button.at} ${button.label}`} className={styles.button}>
          {button.role === 'flow' && <Icon isDrawn name="flow" size={12} />}
          <span dir="auto">{button.label ?? t('canvas.buttonOfPhone')}</span>
        </span>
      ))}
      {buttons.length > 3 && (
        <span className={styles.button}>{t('canvas.moreButtons', { count: buttons.length - 3 })}</span>
      )}
    </div>
  );
}

const HEADS: Record<string, IconName> = {
  image: 'picture',
  picture: 'picture',
  video: 'film',
  document: 'file',
  audio: 'sound',
  sticker: 'sticker',
  location: 'place',
  contacts: 'contact',
  product: 'shop',
};

function Head({ chat }: { chat: ChatView }) {
  const kind = chat.bubble?.head?.kind;
  if (kind === undefined) return null;
  if (kind.type === 'title') return <CardText text={kind.text} strong />;
  return (
    <span className={styles.media}>
      <Icon isDrawn name={HEADS[kind.type] ?? 'file'} size={14} />
    </span>
  );
}
