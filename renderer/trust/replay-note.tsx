import { useEffect, useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { formatBytes } from '#renderer/kit/format.ts';
import { useActions } from '#renderer/store/context.tsx';
import { changesOf, claimChanges, lessonOf, outcomeWords, toldValue, tokenOf } from '#renderer/store/replay-diff.ts';
import type { Change } from '#renderer/store/replay-diff.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { replayHow, type Replay } from '#shared/exchange/replay.ts';
import styles from './replay-note.module.css';

/** Where the request of the exchange is one that was sent once more: what became of it then and now, and what differs. */
export const ReplayNote = ({ exchange }: { readonly exchange: Exchange }) => {
  const { replayOf } = exchange.summary;
  return replayOf === null ? null : <Comparison exchange={exchange} of={replayOf} />;
};

const againWords: Readonly<Record<Replay['how'], string>> = {
  'as-is': 'as it was',
  're-sign': 'with a new credential',
  edited: 'with changes',
};

const Comparison = ({ exchange, of }: { readonly exchange: Exchange; readonly of: number }) => {
  const actions = useActions();
  const how = replayHow(exchange.findings) ?? 'as-is';
  const before = useOriginal(of, exchange.summary.direction);
  const body = useSameBody(before, exchange);
  if (!before) return null;
  const headers = changesOf(before.request.headers, exchange.request.headers);
  const tokens = [tokenOf(before), tokenOf(exchange)] as const;
  const claims = tokens[0] && tokens[1] ? claimChanges(tokens[0], tokens[1]) : [];
  return (
    <section className={styles.note} aria-label="Replay">
      <header className={styles.head}>
        <h3>
          #{of} sent again {againWords[how]}
        </h3>
        <Button look="quiet" onClick={() => actions.selectExchange(of)}>
          Show #{of}
        </Button>
      </header>
      <p className={styles.outcome}>
        Then <strong>{outcomeWords(before.summary)}</strong> · now <strong>{outcomeWords(exchange.summary)}</strong>
      </p>
      <p role="status">{lessonOf(before.summary, exchange.summary, how)}</p>
      <ChangeTable title="Headers that differ" changes={headers} draw={toldValue} />
      <ChangeTable title="What differs in the token" changes={claims} draw={(_, value) => value} />
      <p className={styles.same}>
        {[headers.length === 0 && 'The headers are the same.', addressWords(before, exchange), body]
          .filter(Boolean)
          .join(' ')}
      </p>
    </section>
  );
};

/** Where a credential stands in the address, that is what differs, and it is masked in what is shown of both. */
const addressWords = (before: Exchange, after: Exchange): string => {
  if (before.target === after.target) return '';
  return before.summary.target === after.summary.target
    ? 'The address differs in a part that is masked here.'
    : 'The address differs.';
};

type ChangeTableProps = {
  readonly title: string;
  readonly changes: readonly Change[];
  readonly draw: (name: string, value: string) => string;
};

const ChangeTable = ({ title, changes, draw }: ChangeTableProps) =>
  changes.length === 0 ? null : (
    <table className={styles.changes} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">Then</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, before, after }, index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            <td>{before === null ? <span className={styles.absent}>absent</span> : <del>{draw(name, before)}</del>}</td>
            <td>{after === null ? <span className={styles.absent}>absent</span> : <ins>{draw(name, after)}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

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
const useSameBody = (before: Exchange | null, after: Exchange): string => {
  const actions = useActions();
  const [sentence, setSentence] = useState('');
  const afterId = after.summary.id;
  useEffect(() => {
    let isWanted = true;
    const compare = async (first: number): Promise<string> => {
      const [one, other] = await Promise.all(
        [first, afterId].map((id) => actions.readBody(id, 'request', 0, mostBytes)),
      );
      if (!one || !other || one.total > mostBytes || other.total > mostBytes)
        return 'The bodies are too long to compare.';
      const isSame = one.total === other.total && one.bytes.every((byte, at) => byte === other.bytes[at]);
      if (isSame) return one.total === 0 ? '' : `The body is the same, byte for byte (${formatBytes(one.total)}).`;
      return `The body differs: ${formatBytes(one.total)} then, ${formatBytes(other.total)} now.`;
    };
    const say = (words: string) => {
      if (isWanted) setSentence(words);
    };
    if (before) void compare(before.summary.id).then(say, () => say('The bodies could not be read.'));
    return () => {
      isWanted = false;
    };
  }, [actions, before, afterId]);
  return sentence;
};
