import { Eye, EyeOff } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useWords } from '#renderer/words/use-words.tsx';
import { Button, IconButton } from './button.tsx';
import { classes } from './classes.ts';
import { CopyButton } from './copy-button.tsx';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import { useRevealed } from './use-revealed.ts';
import styles from './fields.module.css';

/** A secret that is there, and that this page does not know. */
export type StoredSecret = {
  /** Asks for it as it is; null where it could not be had, which is said elsewhere. */
  readonly reveal: () => Promise<string | null>;
  /** What is odd about one that was asked for. */
  readonly oddityOf: (value: string) => string | null;
  /** What is known to be odd about it without a look at it. */
  readonly oddity: string | null;
  /** Takes away what is odd about it, unseen. */
  readonly clean: () => void;
};

type SecretFieldProps = FieldProps & {
  readonly isSet: boolean;
  readonly stored?: StoredSecret | undefined;
  /** What is being written now; null leaves the secret as it is, '' forgets it. */
  readonly written: string | null;
  readonly onChange: (written: string | null) => void;
};

/** A secret: one that is there is only said to be there, until a person asks for it. */
export const SecretField = (props: SecretFieldProps) => {
  const { isSet, written, onChange } = props;
  const rests = isSet && (written === null || written === '');
  const [isReplacing, setReplacing] = useState(false);
  const [own, setOwn] = useState(written);
  if (written === null && own !== null) {
    // It was saved or given up elsewhere: it is not being replaced any more.
    setOwn(null);
    setReplacing(false);
  }
  const change = (changed: string | null) => {
    setOwn(changed);
    onChange(changed);
  };
  return rests && !isReplacing ? (
    <RestingSecret {...props} onChange={change} replace={() => setReplacing(true)} />
  ) : (
    <WrittenSecret
      {...props}
      onChange={change}
      keep={() => {
        change(null);
        setReplacing(false);
      }}
    />
  );
};

const RestingSecret = (props: SecretFieldProps & { readonly replace: () => void }) => {
  const { stored, written, onChange, replace, isSet: _, ...frame } = props;
  const { secret: words } = useWords().kit;
  const { revealed, reveal, hide, bounds } = useRevealed(stored?.reveal);
  const oddity = (revealed === null ? stored?.oddity : stored?.oddityOf(revealed)) ?? null;
  const isForgotten = written === '';
  return (
    <FieldFrame
      {...frame}
      bounds={bounds}
      oddity={oddity}
      mend={
        oddity === null || !stored
          ? null
          : {
              title: words.clean,
              act: () => {
                hide();
                stored.clean();
              },
            }
      }
    >
      {({ id, ...wiring }) => (
        <div className={styles.secret}>
          {revealed === null ? (
            <output id={id} {...wiring} className={styles.set}>
              {isForgotten ? words.willBeForgotten : words.set}
            </output>
          ) : (
            <textarea
              id={id}
              {...wiring}
              readOnly
              rows={linesOf(revealed)}
              className={classes(styles.input, styles.wire, styles.long)}
              value={revealed}
            />
          )}
          <Button onClick={replace}>{words.replace}</Button>
          <Button look="quiet" onClick={() => onChange(isForgotten ? null : '')}>
            {isForgotten ? words.keep : words.forget}
          </Button>
          {stored && !isForgotten && (
            <>
              <IconButton
                label={revealed === null ? words.show(frame.label) : words.hide(frame.label)}
                aria-pressed={revealed !== null}
                icon={revealed === null ? <Eye size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}
                onClick={revealed === null ? reveal : hide}
              />
              <CopyButton text={stored.reveal} label={words.copy(frame.label)} />
            </>
          )}
        </div>
      )}
    </FieldFrame>
  );
};

/** Lines are kept as they are pasted, so that one too many is seen, and a key in several lines stays whole. */
const WrittenSecret = (props: SecretFieldProps & { readonly keep: () => void }) => {
  const { isSet, written, onChange, keep, stored: _, ...frame } = props;
  const { secret: words } = useWords().kit;
  const [isShown, setShown] = useState(false);
  return (
    <FieldFrame {...frame}>
      {(wiring) => (
        <div className={styles.secret}>
          <textarea
            {...wiring}
            rows={linesOf(written ?? '')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className={classes(styles.input, styles.wire, styles.long, !isShown && styles.masked)}
            value={written ?? ''}
            onKeyDown={sendWithEnter}
            onChange={(event) => onChange(event.target.value === '' && isSet ? null : event.target.value)}
          />
          <IconButton
            label={isShown ? words.hide(frame.label) : words.show(frame.label)}
            aria-pressed={isShown}
            icon={isShown ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
            onClick={() => setShown(!isShown)}
          />
          {isSet && (
            <Button look="quiet" onClick={keep}>
              {words.keep}
            </Button>
          )}
        </div>
      )}
    </FieldFrame>
  );
};

const linesOf = (text: string): number => Math.min(8, text.split('\n').length);

/** A line break in a secret is nearly never meant, and Enter sends every other field. */
const sendWithEnter = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
};
