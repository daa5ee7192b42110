import { ArrowDown, ArrowLeftRight, ArrowUp } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { RevealButton } from '#renderer/diff/reveal-button.tsx';
import { useEscape } from '#renderer/kit/use-escape.ts';
import { useDifferences } from '#renderer/diff/use-differences.ts';
import { arePressed, keysText } from '#renderer/store/commands/keys.ts';
import { useExchange, type ExchangeRead } from '#renderer/store/compare/use-exchange.ts';
import { useActions, useBench, usePage } from '#renderer/store/context.tsx';
import { veiledTarget } from '#renderer/store/inspect/veil.ts';
import { faultText } from '#renderer/store/say-fault.ts';
import type { Compared } from '#renderer/store/store.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { ChooseOther } from './choose-other.tsx';
import { Comparison } from './comparison.tsx';
import { SideHead } from './side-head.tsx';
import styles from './compare-sheet.module.css';

const keys = { next: 'Alt+ArrowDown', previous: 'Alt+ArrowUp' } as const;

/** Two exchanges or messages beside each other, where that is asked for. */
export const CompareSheet = () => {
  const dialog = useBench(({ view }) => view.dialog);
  return dialog?.kind === 'compare' ? <Open one={dialog.one} other={dialog.other} /> : null;
};

type OpenProps = { readonly one: Compared; readonly other: Compared | null };
type Side = 'one' | 'other';

const Open = ({ one, other }: OpenProps) => {
  const actions = useActions();
  const { screen } = usePage();
  const { compare: words } = useWords();
  const [choosing, choose] = useState<Side | null>(other ? null : 'other');
  // Of these two, whichever stands first: others are masked again.
  const pair = other && [one, other].map(keyOf).toSorted().join(' ');
  const [revealed, reveal] = useState<string | null>(null);
  const areRevealed = revealed !== null && revealed === pair;
  const content = useRef<HTMLDivElement>(null);
  const { place, step, onFocus } = useDifferences(content);
  const show = (next: Partial<OpenProps>): void => {
    actions.showDialog({ kind: 'compare', one, other, ...next });
    choose(null);
  };
  useEscape(content, () => {
    const canGoBack = choosing !== null && other !== null;
    if (canGoBack) choose(null);
    return canGoBack;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = arePressed(keys.next, event, screen.isMac) ? 1 : arePressed(keys.previous, event, screen.isMac) ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    step(by);
  };
  const stays = choosing === 'one' && other ? other : one;
  return (
    // Around the sheet: wherever the focus is in it, its head included, the keys go from difference to difference.
    <div onKeyDown={onKeyDown}>
      <Sheet
        title={words.title}
        close={() => actions.showDialog(null)}
        isWide
        head={
          other &&
          (choosing ? (
            <Button onClick={() => choose(null)}>{words.choose.back}</Button>
          ) : (
            <>
              <span className={styles.place} role="status">
                {place ? words.sides.place(place.at, place.of) : ''}
              </span>
              <IconButton
                label={words.sides.previous}
                keys={keysText(keys.previous, screen.isMac)}
                icon={<ArrowUp size={16} aria-hidden />}
                onClick={() => step(-1)}
              />
              <IconButton
                label={words.sides.next}
                keys={keysText(keys.next, screen.isMac)}
                icon={<ArrowDown size={16} aria-hidden />}
                onClick={() => step(1)}
              />
              <IconButton
                label={words.sides.swap}
                icon={<ArrowLeftRight size={16} aria-hidden />}
                onClick={() => show({ one: other, other: one })}
              />
              <RevealButton areRevealed={areRevealed} reveal={(isOn) => reveal(isOn ? pair : null)} />
            </>
          ))
        }
      >
        <div ref={content} className={styles.compare} onFocus={onFocus}>
          {other && !choosing ? (
            <Both
              key={`${keyOf(one)} ${keyOf(other)}`}
              one={one}
              other={other}
              areRevealed={areRevealed}
              chooseAnother={choose}
            />
          ) : (
            <>
              <Chosen compared={stays} />
              <ChooseOther one={stays} choose={(next) => show(choosing === 'one' ? { one: next } : { other: next })} />
            </>
          )}
        </div>
      </Sheet>
    </div>
  );
};

const keyOf = ({ exchangeId, messageId }: Compared): string => `${String(exchangeId)}/${messageId ?? ''}`;

/** The one that stays while another one is chosen. */
const Chosen = ({ compared }: { readonly compared: Compared }) => {
  const { compare: words } = useWords();
  const read = useExchange(compared.exchangeId, null);
  return read?.state === 'read' ? (
    <div className={styles.staying}>
      <p translate="no" className={styles.target}>
        #{read.exchange.summary.id} {read.exchange.summary.method} {veiledTarget(read.exchange.summary.target)}
      </p>
      <p className={styles.which}>{words.choose.title}</p>
    </div>
  ) : null;
};

type BothProps = {
  readonly one: Compared;
  readonly other: Compared;
  readonly areRevealed: boolean;
  readonly chooseAnother: (side: Side) => void;
};

const Both = ({ one, other, areRevealed, chooseAnother }: BothProps) => {
  const { compare: words } = useWords();
  const before = useExchange(one.exchangeId, null);
  // Of twins the one on the same side: what was received is compared with what was received.
  const after = useExchange(other.exchangeId, before?.state === 'read' ? before.exchange.summary.direction : null);
  const isRead = before?.state === 'read' && after?.state === 'read';
  return (
    <>
      <div className={styles.sides}>
        <SideOf
          title={words.before}
          read={before}
          areRevealed={areRevealed}
          chooseAnother={() => chooseAnother('one')}
        />
        <SideOf
          title={words.after}
          read={after}
          areRevealed={areRevealed}
          chooseAnother={() => chooseAnother('other')}
        />
      </div>
      {isRead && (
        <Comparison one={one} other={other} before={before.exchange} after={after.exchange} areRevealed={areRevealed} />
      )}
    </>
  );
};

type SideOfProps = {
  readonly title: string;
  readonly read: ExchangeRead | null;
  readonly areRevealed: boolean;
  readonly chooseAnother: () => void;
};

const SideOf = ({ title, read, areRevealed, chooseAnother }: SideOfProps) => {
  const words = useWords();
  if (read?.state === 'read')
    return <SideHead title={title} exchange={read.exchange} areRevealed={areRevealed} chooseAnother={chooseAnother} />;
  if (read?.state !== 'failed') return <Skeleton lines={2} label={words.inspector.reading} />;
  return (
    <p className={styles.failed} role="alert">
      <ToneIcon tone="bad" size={14} /> {faultText(read.fault, words)}
    </p>
  );
};
