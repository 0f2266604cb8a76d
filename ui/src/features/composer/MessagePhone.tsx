import { useState } from 'react';
import { useMessage, useMessageSession } from '@/document';
import { t } from '@/i18n';
import { IconButton, KEEP_CLEAR, Segmented, usePanel } from '@/kit';
import { ChatPhone, PhoneRoom, type Platform } from '@/phone-view';
import styles from './composer.module.css';
import { fileName, usePictures } from './pictures';

const MODES = ['chat', 'chatList', 'notification'] as const;
type Mode = (typeof MODES)[number];

/** The message on a customer's phone: in the chat, in the list of chats and as a notification. */
export function MessagePhone({ sender }: { sender: string }) {
  const [ios, setIos] = usePanel('phone.ios', 0);
  const [dark, setDark] = usePanel('phone.dark', 0);
  const [mode, setMode] = useState<Mode>('chat');
  const platform: Platform = ios === 1 ? 'ios' : 'android';
  return (
    <>
      <header className={styles.phoneHead}>
        <h2>{t('composer.phone')}</h2>
        <Segmented
          label={t('phone.platform')}
          value={platform}
          onChange={(chosen) => setIos(chosen === 'ios' ? 1 : 0)}
          choices={[
            { id: 'android', label: t('phone.android') },
            { id: 'ios', label: t('phone.ios') },
          ]}
        />
        <IconButton
          icon={dark === 1 ? 'dark' : 'light'}
          label={t(dark === 1 ? 'phone.commandLight' : 'phone.commandDark')}
          size="panel"
          onPress={() => setDark(dark === 1 ? 0 : 1)}
        />
      </header>
      <div className={styles.phoneStage}>
        <PhoneRoom width={340} tall={2.1}>
          <Shown theme={dark === 1 ? 'dark' : 'light'} platform={platform} sender={sender} mode={mode} />
        </PhoneRoom>
      </div>
      <footer className={styles.phoneFoot} {...KEEP_CLEAR}>
        <Segmented<Mode>
          label={t('composer.phoneShows')}
          value={mode}
          onChange={setMode}
          choices={MODES.map((id) => ({ id, label: t(`composer.mode.${id}`) }))}
        />
      </footer>
    </>
  );
}

/** What changes with every letter; the controls around it do not. */
function Shown({
  theme,
  platform,
  sender,
  mode,
}: {
  theme: 'light' | 'dark';
  platform: Platform;
  sender: string;
  mode: Mode;
}) {
  const session = useMessageSession();
  const view = useMessage((state) => state.view?.chat);
  const picture = usePictures();
  if (view === undefined) return null;
  return (
    <ChatPhone
      view={view}
      theme={theme}
      platform={platform}
      sender={{ name: sender }}
      mode={mode}
      picture={(reference) => picture(fileName(reference.value))}
      onPick={(at) => session.goToPlace(at)}
    />
  );
}
