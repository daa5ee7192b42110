import { useEffect, useState } from 'react';
import { RevealButton } from '#renderer/diff/reveal-button.tsx';
import { useCommonVeil } from '#renderer/store/compare/use-common-veil.ts';
import { useActions } from '#renderer/store/context.tsx';
import { veiledText } from '#renderer/store/inspect/veil.ts';
import { shownBody } from '#renderer/store/inspect/shown-body.ts';
import { prettyJson } from '#renderer/store/pretty-json.ts';
import { outcomeSentence } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { redact } from '#shared/channel/redact.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import styles from './result.module.css';

/** More than this is for the inspector, which reads it in slices. */
const longest = 256 * 1024;

/** What came back, where there is nothing to hold it against. */
export const PlainParts = ({ exchange }: { readonly exchange: Exchange }) => {
  const words = useWords();
  const { inspector } = words;
  const { response } = exchange;
  const [areRevealed, reveal] = useState(false);
  const veil = useCommonVeil(exchange, exchange, areRevealed);
  if (!response)
    return <p className={styles.soft}>{outcomeSentence(exchange.summary, words) || inspector.noResponse}</p>;
  return (
    <>
      <div className={styles.plainHead}>
        <h3 className={styles.plainTitle}>{inspector.headers.response}</h3>
        <RevealButton areRevealed={areRevealed} reveal={reveal} />
      </div>
      <table className={styles.plain} aria-label={inspector.headers.response}>
        <tbody>
          {response.headers.map(([name, value], index) => (
            <tr key={index}>
              <th scope="row" translate="no">
                {name}
              </th>
              <td translate="no">{veil ? redact(value, veil) : value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className={styles.plainTitle}>{words.body.of.response}</h3>
      <Body exchange={exchange} veil={veil} />
    </>
  );
};

type BodyProps = { readonly exchange: Exchange; readonly veil: readonly string[] | null };

const Body = ({ exchange, veil }: BodyProps) => {
  const words = useWords();
  const { result: said } = words.editor;
  const text = useText(exchange);
  if (!exchange.response || exchange.response.bodyBytes === 0) return <p className={styles.soft}>{said.noBody}</p>;
  if (text === null) return <p className={styles.soft}>{said.bodyIn}</p>;
  return (
    <pre className={styles.text} translate="no" tabIndex={0} aria-label={words.body.of.response}>
      {veil ? veiledText(text, veil) : text}
    </pre>
  );
};

/** A short body as text, unpacked, JSON laid out; null where it is none. */
const useText = (exchange: Exchange): string | null => {
  const actions = useActions();
  const words = useWords();
  const [text, setText] = useState<string | null>('');
  useEffect(() => {
    const { response } = exchange;
    if (!response || response.bodyBytes === 0) return undefined;
    let isWanted = true;
    const show = (shown: string | null): void => {
      if (isWanted) setText(shown);
    };
    const read = async (): Promise<string | null> => {
      if (response.bodyBytes > longest) return null;
      const body = await actions.readBodyOf(exchange, 'response', longest);
      const { looks, text: source, isWhole } = shownBody(body, response, words);
      if (!isWhole || !looks.includes('source')) return null;
      return looks.includes('json') ? prettyJson(source) : source;
    };
    read().then(show, () => show(null));
    return () => {
      isWanted = false;
    };
  }, [actions, exchange, words]);
  return text;
};
