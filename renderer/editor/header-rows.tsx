import { Eye, EyeOff, GripVertical, Plus, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { useReorder } from '#renderer/kit/reorder.ts';
import { useActions } from '#renderer/store/context.tsx';
import { knownHeaders, knownValues, pastedHeaders } from '#renderer/store/editor/known-headers.ts';
import { headerRow, sentIndexes, type HeaderRow } from '#renderer/store/editor/request-draft.ts';
import { isSecretHeader } from '#renderer/store/editor/secret-header.ts';
import { issuesAt } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { FieldIssues } from './field-issues.tsx';
import type { PartProps } from './part-props.ts';
import styles from './header-rows.module.css';

/** The header lines, in their order, with their case and their duplicates. */
export const HeaderRows = ({ place, writing, view }: PartProps) => {
  const actions = useActions();
  const { headers: words } = useWords().editor;
  const namesId = useId();
  const { headers } = writing.draft;
  const names = useMemo(() => knownHeaders(view.platform), [view.platform]);
  const sent = sentIndexes(writing.draft);
  const write = (next: readonly HeaderRow[]): void => actions.writeRequest(place, { headers: next });
  const { list, news, item, handle } = useReorder<HTMLUListElement>({
    keys: headers.map(({ key }) => String(key)),
    nameOf: (at) => headers[at]?.name || words.unnamed,
    isOfFields: true,
    move: (from, to) => {
      const row = headers[from];
      if (row) write(headers.toSpliced(from, 1).toSpliced(to, 0, row));
    },
  });
  const focusNew = useFocusNew(headers, list);
  const add = (at: number): void => {
    const row = headerRow('', '');
    focusNew(row.key);
    write(headers.toSpliced(at, 0, row));
  };
  return (
    <section aria-label={words.title} className={styles.headers}>
      <header className={styles.head}>
        <h3>{words.title}</h3>
        {headers.length > 0 && <span className={styles.count}>{headers.length}</span>}
        <p className={styles.hint} title={words.byItself}>
          {words.byItself}
        </p>
        <Button look="quiet" icon={<Plus size={14} aria-hidden />} onClick={() => add(headers.length)}>
          {words.add}
        </Button>
      </header>
      <datalist id={namesId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {headers.length === 0 && <p className={styles.none}>{words.none}</p>}
      <ul ref={list} className={styles.rows} aria-label={words.list}>
        {headers.map((row, at) => (
          <Row
            key={row.key}
            row={row}
            at={at}
            names={namesId}
            sentAt={sent[at] ?? null}
            view={view}
            item={item(at)}
            handle={handle(at)}
            write={(changed) => write(headers.with(at, { ...row, ...changed }))}
            paste={(rows) => write(headers.toSpliced(at, row.name === '' && row.value === '' ? 1 : 0, ...rows))}
            addBelow={() => add(at + 1)}
            remove={() => {
              const next = headers[at + 1] ?? headers[at - 1];
              if (next) focusNew(next.key, '[data-removes]');
              write(headers.toSpliced(at, 1));
            }}
          />
        ))}
      </ul>
      <span className="only-heard" role="status">
        {news}
      </span>
    </section>
  );
};

/** A line that was added takes the focus as soon as it is drawn, and one beside a line that is gone. */
const useFocusNew = (headers: readonly HeaderRow[], list: { readonly current: HTMLElement | null }) => {
  const wanted = useRef<{ readonly key: number; readonly part: string } | null>(null);
  useEffect(() => {
    if (!wanted.current) return;
    const { key: found, part } = wanted.current;
    wanted.current = null;
    const at = headers.findIndex(({ key }) => key === found);
    if (at >= 0) list.current?.querySelectorAll('li')[at]?.querySelector<HTMLElement>(part)?.focus();
  }, [headers, list]);
  return (key: number, part = 'input'): void => {
    wanted.current = { key, part };
  };
};

type Reorder = ReturnType<typeof useReorder>;

type RowProps = {
  readonly row: HeaderRow;
  readonly at: number;
  /** The id of the list of names that are offered. */
  readonly names: string;
  /** Its place among the lines that are sent; null where it is empty. */
  readonly sentAt: number | null;
  readonly view: PartProps['view'];
  readonly item: ReturnType<Reorder['item']>;
  readonly handle: ReturnType<Reorder['handle']>;
  readonly write: (changed: Partial<HeaderRow>) => void;
  readonly paste: (rows: readonly HeaderRow[]) => void;
  readonly addBelow: () => void;
  readonly remove: () => void;
};

const Row = ({ row, at, names, sentAt, view, item, handle, write, paste, addBelow, remove }: RowProps) => {
  const words = useWords();
  const { headers: said } = words.editor;
  const { reorder } = words.kit;
  const id = useId();
  const values = knownValues(row.name);
  const [isShown, setShown] = useState(false);
  const isSecret = isSecretHeader(row, view.credentials);
  const wrong = (part: 0 | 1) =>
    sentAt === null ? [] : issuesAt(view.issues, `/headers/${String(sentAt)}/${String(part)}`, words);
  const onPaste = (event: ClipboardEvent): void => {
    const rows = pastedHeaders(event.clipboardData.getData('text/plain'));
    if (!rows) return;
    event.preventDefault();
    paste(rows);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    addBelow();
  };
  const shared = { autoComplete: 'off', spellCheck: false, className: classes(fields.input, fields.wire), onKeyDown };
  return (
    <li {...item} className={styles.row}>
      <span className={styles.handle} {...handle} title={`${reorder.drag}. ${reorder.keys}`}>
        <GripVertical size={14} aria-hidden />
      </span>
      <input
        {...shared}
        type="text"
        data-holds-place
        aria-label={said.name(at + 1)}
        aria-invalid={wrong(0).length > 0}
        aria-describedby={`${id}-name`}
        list={names}
        value={row.name}
        onPaste={onPaste}
        onChange={({ target }) => write({ name: target.value })}
      />
      <input
        {...shared}
        type="text"
        data-takes-variables
        aria-label={said.value(at + 1)}
        aria-invalid={wrong(1).length > 0}
        aria-describedby={`${id}-value`}
        list={values.length > 0 ? `${id}-values` : undefined}
        className={classes(shared.className, isSecret && !isShown && fields.masked)}
        value={row.value}
        onChange={({ target }) => write({ value: target.value })}
      />
      <datalist id={`${id}-values`}>
        {values.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <span className={styles.tools}>
        {isSecret && (
          <IconButton
            label={isShown ? words.kit.secret.hide(row.name) : words.kit.secret.show(row.name)}
            aria-pressed={isShown}
            icon={isShown ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
            onClick={() => setShown(!isShown)}
          />
        )}
        <IconButton
          label={said.remove(row.name || said.unnamed)}
          data-removes
          icon={<X size={14} aria-hidden />}
          onClick={remove}
        />
      </span>
      <div className={styles.issues}>
        <FieldIssues id={`${id}-name`} issues={wrong(0)} />
        <FieldIssues id={`${id}-value`} issues={wrong(1)} />
      </div>
    </li>
  );
};
