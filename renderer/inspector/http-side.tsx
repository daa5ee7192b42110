import { ChevronRight } from 'lucide-react';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { headText, startLineOf } from '#renderer/store/inspect/byte-source.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import type { Remembered } from '#renderer/store/remember.ts';
import { useVeil } from '#renderer/store/inspect/use-veil.ts';
import { outcomeSentence } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { redact } from '#shared/channel/redact.ts';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { BodyView } from './body-view.tsx';
import { HeaderTable } from './header-table.tsx';
import styles from './http-side.module.css';

type HttpSideProps = {
  readonly exchange: Exchange;
  readonly part: BodyPart;
  /** By itself, or beside the other one, where there is less room. */
  readonly where?: keyof Remembered['headersShown'];
};

const nothing: readonly string[] = [];

/** One side of the HTTP as it was on the wire: start line, header lines in their order, body. */
export const HttpSide = ({ exchange, part, where = 'one' }: HttpSideProps) => {
  const actions = useActions();
  const areShown = useBench(({ view }) => view.remembered.headersShown[where]);
  const words = useWords();
  const { inspector: said, body } = words;
  const head = exchange[part];
  const veil = useVeil(exchange);
  if (!head) return <p className={styles.absent}>{outcomeSentence(exchange.summary, words) || said.noResponse}</p>;
  return (
    <div className={styles.side}>
      <p className={styles.startLine}>
        <code translate="no">{redact(startLineOf(exchange, part), veil ?? nothing)}</code>
        <CopyButton label={said.copyHead[part]} text={() => headText(exchange, part)} />
      </p>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={areShown}
        onClick={() => actions.showHeaders(where, !areShown)}
      >
        <ChevronRight size={14} aria-hidden className={areShown ? styles.turned : undefined} />
        {said.headers[part]} <span className={styles.count}>{head.headers.length}</span>
      </button>
      {areShown && <HeaderTable exchange={exchange} part={part} head={head} />}
      <section className={styles.body} aria-label={body.of[part]}>
        {head.bodyBytes === 0 ? (
          <p className={styles.noBody}>{head.isTruncated ? body.noneCut : body.none}</p>
        ) : (
          <BodyView exchange={exchange} part={part} />
        )}
      </section>
    </div>
  );
};
