import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { candidatesFor, candidatesWith, type Candidate } from '#renderer/store/compare/candidates.ts';
import { usePage } from '#renderer/store/context.tsx';
import type { Compared } from '#renderer/store/store.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './choose-other.module.css';

type ChooseOtherProps = { readonly one: Compared; readonly choose: (other: Compared) => void };

/** What to compare with: a field and the list of what it finds (APG, combobox pattern). */
export const ChooseOther = ({ one, choose }: ChooseOtherProps) => {
  const { store } = usePage();
  const words = useWords();
  const { choose: said } = words.compare;
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // What there is when it opens: the list does not change under the fingers of a person who chooses.
  const candidates = useMemo(() => {
    const { session } = store.getState();
    return session ? candidatesFor(one, session, words) : [];
  }, [store, one, words]);
  const found = useMemo(() => candidatesWith(candidates, typed, words), [candidates, typed, words]);
  const optionId = (place: number) => `${listId}-${String(place)}`;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const chosen = found[at];
    if (event.key === 'Enter' && chosen) choose(chosen.compared);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (event.key !== 'Enter' && step === undefined) return;
    event.preventDefault();
    if (step === undefined) return;
    const to = Math.max(0, Math.min(at + step, found.length - 1));
    setAt(to);
    document.getElementById(optionId(to))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className={styles.choosing}>
      <input
        type="text"
        role="combobox"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens it wants to choose.
        autoFocus
        aria-label={said.title}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? optionId(at) : undefined}
        placeholder={said.placeholder}
        autoComplete="off"
        spellCheck={false}
        className={fields.input}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={one.messageId === null ? said.list : said.messages}
        className={styles.list}
        tabIndex={-1}
      >
        {found.map((candidate, place) => (
          <Option
            key={`${String(candidate.compared.exchangeId)} ${candidate.compared.messageId ?? ''}`}
            id={optionId(place)}
            candidate={candidate}
            isChosen={place === at}
            choose={() => choose(candidate.compared)}
          />
        ))}
      </div>
      {found.length === 0 && (
        <p className={styles.nothing} role="status">
          {said.nothing}
        </p>
      )}
    </div>
  );
};

type OptionProps = {
  readonly id: string;
  readonly candidate: Candidate;
  readonly isChosen: boolean;
  readonly choose: () => void;
};

const Option = ({ id, candidate: { title, detail, aside }, isChosen, choose }: OptionProps) => (
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus, and its keys choose.
  <div
    id={id}
    role="option"
    aria-selected={isChosen}
    className={classes(styles.option, isChosen && styles.chosen)}
    onClick={choose}
  >
    <span translate="no" className={styles.title}>
      {title}
    </span>
    <span className={styles.detail}>{detail}</span>
    <span className={styles.aside}>{aside}</span>
  </div>
);
