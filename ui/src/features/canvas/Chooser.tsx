import { memo, useEffect, useMemo, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  Text,
} from 'react-aria-components';
import { graphChooser } from '@/graph-view';
import { host, type StepKind } from '@/host';
import { t } from '@/i18n';
import { kindAbout, kindIcon, kindName, ROLES, stepName } from '@/journey-words';
import { Icon, PointPopover } from '@/kit';
import styles from './chooser.module.css';
import { canBeLedTo } from './graph';
import { type Chooser, useCanvas, useCanvasState } from './store';

/** The question which step comes next: a new one of some kind, or one there is. */
export const ChooserBox = memo(function ChooserBox() {
  const chooser = useCanvasState((state) => state.chooser);
  const { store } = useCanvas();
  if (chooser === null) return null;
  const close = () => store.setState((state) => (state.chooser === chooser ? { chooser: null } : {}));
  return (
    <PointPopover at={chooser.at} onClose={close} className={styles.box}>
      <Choices chooser={chooser} close={close} />
    </PointPopover>
  );
});

function fold(words: string): string {
  return words.toLocaleLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

interface Offer {
  id: string;
  icon: ReturnType<typeof kindIcon>;
  name: string;
  about: string;
}
interface OfferGroup {
  id: string;
  title: string;
  offers: Offer[];
}

const KNOWN = 'step:';

function Choices({ chooser, close }: { chooser: Chooser; close(): void }) {
  const { acts } = useCanvas();
  const [typed, setTyped] = useState('');
  const kinds = useKinds();
  const groups = useMemo(() => {
    const wanted = fold(typed.trim());
    const fits = (offer: Offer) =>
      wanted === '' || fold(offer.name).includes(wanted) || fold(offer.about).includes(wanted);
    const all: OfferGroup[] = [];
    if (chooser.offers !== 'new') {
      const steps = acts
        .graph()
        .cards.map(({ step }) => step)
        .filter((step) => canBeLedTo(step) && step.key !== chooser.out?.from);
      all.push({
        id: 'role:known',
        title: t('canvas.chooser.known'),
        offers: steps.map((step) => ({
          id: KNOWN + step.key,
          icon: kindIcon(step.kind),
          name: stepName(step),
          about: step.stage === null ? '' : t(`gallery.${step.stage}`),
        })),
      });
    }
    if (chooser.offers !== 'known') {
      // Behind a way nobody can come in by themselves.
      const roles = ROLES.filter((role) => chooser.out === null || (role !== 'trigger' && role !== 'note'));
      for (const role of roles)
        all.push({
          // Not the role alone: a note is a kind of its own name, and no two rows may be called the same
          id: `role:${role}`,
          title: t(`steps.role.${role}`),
          offers: kinds
            .filter((kind) => kind.role === role)
            .map(({ name }) => ({
              id: name,
              icon: kindIcon(name),
              name: kindName(name),
              about: kindAbout(name),
            })),
        });
    }
    return all
      .map((group) => ({ ...group, offers: group.offers.filter(fits) }))
      .filter((group) => group.offers.length > 0);
  }, [acts, chooser, kinds, typed]);

  const choose = (id: string) => {
    close();
    if (id.startsWith(KNOWN)) {
      if (chooser.out !== null) void acts.connect(chooser.out, id.slice(KNOWN.length));
    } else void acts.add(id, { out: chooser.out, place: chooser.place, stage: chooser.stage });
  };
  const title = t(chooser.offers === 'known' ? 'canvas.chooser.where' : 'canvas.chooser.what');
  return (
    <Dialog className={styles.dialog} aria-label={title}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField className={graphChooser.search} aria-label={title} autoFocus>
          <Input className={graphChooser.input} placeholder={title} dir="auto" spellCheck="false" />
        </SearchField>
        <ListBox
          className={styles.list}
          aria-label={title}
          items={groups}
          onAction={(key) => choose(String(key))}
          renderEmptyState={() => <p className={styles.none}>{t('canvas.chooser.none', { typed })}</p>}
        >
          {(group) => (
            <ListBoxSection id={group.id}>
              <Header className={styles.group}>{group.title}</Header>
              <Collection items={group.offers}>
                {(offer) => (
                  <ListBoxItem
                    id={offer.id}
                    textValue={offer.name}
                    className={`${graphChooser.item} ${styles.item}`}
                  >
                    <Icon name={offer.icon} size={16} />
                    <span className={graphChooser.words}>
                      <Text slot="label" className={styles.label}>
                        <bdi>{offer.name}</bdi>
                        {offer.about !== '' && <span className={graphChooser.second}>{offer.about}</span>}
                      </Text>
                    </span>
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}

let kept: readonly StepKind[] = [];

/** Every kind of step there is; fetched once. */
function useKinds(): readonly StepKind[] {
  const [kinds, setKinds] = useState(kept);
  useEffect(() => {
    if (kept.length > 0) return;
    void host.journeyKinds().then((answer) => {
      if (!answer.ok) return;
      kept = answer.data;
      setKinds(kept);
    });
  }, []);
  return kinds;
}
