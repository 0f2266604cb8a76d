import { useEffect, useState } from 'react';
import { host, type JourneyLink } from '@/host';
import { t } from '@/i18n';
import { announce, Button, Icon, interrupt, toast } from '@/kit';
import styles from './links.module.css';

/** The links that begin a journey: what to copy, and the codes to print. */
export function Links({ journey, account }: { journey: string; account: string }) {
  const [links, setLinks] = useState<readonly JourneyLink[]>([]);
  useEffect(() => {
    let here = true;
    void host.journeyLinks(journey, account).then((answer) => {
      if (here && answer.ok) setLinks(answer.data);
    });
    return () => {
      here = false;
    };
  }, [journey, account]);
  if (links.length === 0) return null;
  return (
    <section className={styles.links} aria-labelledby="publish-links">
      <h2 id="publish-links" className={styles.title}>
        {t('publish.links')}
      </h2>
      <ul className={styles.list}>
        {links.map((link) => (
          <Link key={link.step} link={link} journey={journey} account={account} />
        ))}
      </ul>
    </section>
  );
}

function Link({ link, journey, account }: { link: JourneyLink; journey: string; account: string }) {
  const name = link.title === '' ? link.text : link.title;
  const save = (format: 'png' | 'svg') =>
    void host.journeySaveCode(journey, account, link.step, format).then((answer) => {
      if (!answer.ok) {
        if (answer.error.code !== 'cancelled') interrupt(answer.error.sentence);
      } else if (answer.data !== null) {
        toast({ words: t('publish.codeSaved', { file: answer.data }), icon: 'ok' });
      }
    });
  return (
    <li className={styles.link}>
      {link.picture === null ? (
        <span className={styles.none}>
          <Icon name="link" size={18} />
        </span>
      ) : (
        <img
          className={styles.code}
          src={`data:image/svg+xml,${encodeURIComponent(link.picture)}`}
          alt={t('publish.codeOf', { name })}
        />
      )}
      <div className={styles.about}>
        <h3 className={styles.name}>
          <bdi>{name}</bdi>
        </h3>
        <p className={styles.words}>
          {t('publish.linkWrites')} <bdi>{link.text}</bdi>
        </p>
        {link.address !== null && <Address label={t('publish.copyLink')} address={link.address} />}
        {link.code !== null && <Address label={t('publish.copyCode')} address={link.code} />}
        {link.picture !== null && (
          <div className={styles.acts}>
            <Button size="small" icon="download" onPress={() => save('png')}>
              {t('publish.savePng')}
            </Button>
            <Button size="small" icon="download" onPress={() => save('svg')}>
              {t('publish.saveSvg')}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

function Address({ label, address }: { label: string; address: string }) {
  const copy = () =>
    void navigator.clipboard
      .writeText(address)
      .then(() => announce(t('publish.copied')))
      .catch(() => interrupt(t('publish.notCopied')));
  return (
    <p className={styles.address}>
      <bdi className="selectable" dir="ltr">
        {address}
      </bdi>
      <Button size="row" icon="copy" onPress={copy}>
        {label}
      </Button>
    </p>
  );
}
