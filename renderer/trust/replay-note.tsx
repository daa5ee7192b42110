import { useEffect, useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { useActions } from '#renderer/store/context.tsx';
import { changesOf, claimChanges, lessonOf, outcomeWords, toldValue, tokenOf } from '#renderer/store/replay-diff.ts';
import type { Change } from '#renderer/store/replay-diff.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Words } from '#renderer/words/words.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { replayHow } from '#shared/exchange/replay.ts';
import styles from './replay-note.module.css';

/** Where the request of the exchange is one that was sent once more: what became of it then and now, and what differs. */
export const ReplayNote = ({ exchange }: { readonly exchange: Exchange }) => {
  const { replayOf } = exchange.summary;
  return replayOf === null ? null : <Comparison exchange={exchange} of={replayOf} />;
};

const Comparison = ({ exchange, of }: { readonly exchange: Exchange; readonly of: number }) => {
  const actions = useActions();
  const words = useWords();
  const { replay: said } = words;
  const how = replayHow(exchange.findings) ?? 'as-is';
  const before = useOriginal(of, exchange.summary.direction);
  const body = useSameBody(before, exchange, words);
  if (!before) return null;
  const headers = changesOf(before.request.headers, exchange.request.headers);
  const tokens = [tokenOf(before), tokenOf(exchange)] as const;
  const claims = tokens[0] && tokens[1] ? claimChanges(tokens[0], tokens[1]) : [];
  return (
    <section className={styles.note} aria-label={said.title}>
      <header className={styles.head}>
        <h3>{said.sentAgain[how](of)}</h3>
        <Button look="quiet" onClick={() => actions.selectExchange(of)}>
          {said.show(of)}
        </Button>
      </header>
      <p className={styles.outcome}>
        {said.before} <strong>{outcomeWords(before.summary, words)}</strong> · {said.nowInLine}{' '}
        <strong>{outcomeWords(exchange.summary, words)}</strong>
      </p>
      <p role="status">{lessonOf(before.summary, exchange.summary, how, words)}</p>
      <ChangeTable title={said.headersDiffer} changes={headers} draw={(name, value) => toldValue(name, value, said)} />
      <ChangeTable title={said.tokenDiffers} changes={claims} draw={(_, value) => value} />
      <p className={styles.same}>
        {[headers.length === 0 && said.headersSame, addressWords(before, exchange, said), body]
          .filter(Boolean)
          .join(' ')}
      </p>
    </section>
  );
};

/** Where a credential stands in the address, that is what differs, and it is masked in what is shown of both. */
const addressWords = (before: Exchange, after: Exchange, words: Words['replay']): string => {
  if (before.target === after.target) return '';
  return before.summary.target === after.summary.target ? words.addressDiffersMasked : words.addressDiffers;
};

type ChangeTableProps = {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly draw: (name: string, value: string) => string;
};

const ChangeTable = ({ title, changes, draw }: ChangeTableProps) => {
  const { replay: words } = useWords();
  return changes.length === 0 ? null : (
    <table className={styles.changes} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.now}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, before, after }, index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            <td>
              {before === null ? (
                <span className={styles.absent}>{words.absent}</span>
              ) : (
                <del>{draw(name, before)}</del>
              )}
            </td>
            <td>
              {after === null ? <span className={styles.absent}>{words.absent}</span> : <ins>{draw(name, after)}</ins>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The exchange that was sent once more; of two twins the one on the same side. */
const useOriginal = (id: number, direction: Exchange['summary']['direction']): Exchange | null => {
  const actions = useActions();
  const [original, setOriginal] = useState<Exchange | null>(null);
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const first = await actions.readAnother(id);
      if (!first.ok) return;
      const { twinId, direction: way } = first.answer.summary;
      const other = twinId !== null && way !== direction ? await actions.readAnother(twinId) : first;
      if (isWanted) setOriginal(other.ok ? other.answer : first.answer);
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [actions, id, direction]);
  return original;
};

/** Bodies beyond this are not compared. */
const mostBytes = 1024 ** 2;

/** Whether both bodies are the same, in a sentence; empty until it is known. */
const useSameBody = (before: Exchange | null, after: Exchange, { replay, format }: Words): string => {
  const actions = useActions();
  const [sentence, setSentence] = useState('');
  const afterId = after.summary.id;
  useEffect(() => {
    let isWanted = true;
    const compare = async (first: number): Promise<string> => {
      const [one, other] = await Promise.all(
        [first, afterId].map((id) => actions.readBody(id, 'request', 0, mostBytes)),
      );
      if (!one || !other || one.total > mostBytes || other.total > mostBytes) return replay.body.tooLong;
      const isSame = one.total === other.total && one.bytes.every((byte, at) => byte === other.bytes[at]);
      if (isSame) return one.total === 0 ? '' : replay.body.same(format.bytes(one.total));
      return replay.body.differs(format.bytes(one.total), format.bytes(other.total));
    };
    const say = (words: string) => {
      if (isWanted) setSentence(words);
    };
    if (before) void compare(before.summary.id).then(say, () => say(replay.body.unreadable));
    return () => {
      isWanted = false;
    };
  }, [actions, before, afterId, replay, format]);
  return sentence;
};
