import { useEffect, useState } from 'react';
import { bodyShape } from '#renderer/store/body-shape.ts';
import { useActions } from '#renderer/store/context.tsx';
import { prettyJson } from '#renderer/store/pretty-json.ts';
import { outcomeSentence } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import { headerValue } from '#shared/exchange/raw-http.ts';
import styles from './result.module.css';

/** More than this is for the inspector, which reads it in slices. */
const longest = 256 * 1024;

/** What came back, where there is nothing to hold it against. */
export const PlainParts = ({ exchange }: { readonly exchange: Exchange }) => {
  const words = useWords();
  const { inspector } = words;
  const { response } = exchange;
  if (!response)
    return <p className={styles.soft}>{outcomeSentence(exchange.summary, words) || inspector.noResponse}</p>;
  return (
    <>
      <h3 className={styles.plainTitle}>{inspector.headers.response}</h3>
      <table className={styles.plain} aria-label={inspector.headers.response}>
        <tbody>
          {response.headers.map(([name, value], index) => (
            <tr key={index}>
              <th scope="row" translate="no">
                {name}
              </th>
              <td translate="no">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className={styles.plainTitle}>{inspector.bodyOf.response}</h3>
      <Body exchange={exchange} />
    </>
  );
};

const Body = ({ exchange: { summary, response } }: { readonly exchange: Exchange }) => {
  const words = useWords();
  const { result: said } = words.editor;
  const text = useText(summary.id, response);
  if (!response || response.bodyBytes === 0) return <p className={styles.soft}>{said.noBody}</p>;
  if (text === null) return <p className={styles.soft}>{said.bodyIn}</p>;
  return (
    <pre className={styles.text} translate="no" tabIndex={0} aria-label={words.inspector.bodyOf.response}>
      {text}
    </pre>
  );
};

/** A short body as text, JSON laid out; null where it is none. */
const useText = (id: number, response: Exchange['response']): string | null => {
  const actions = useActions();
  const { notes } = useWords().inspector;
  const [text, setText] = useState<string | null>('');
  useEffect(() => {
    if (!response || response.bodyBytes === 0) return undefined;
    let isWanted = true;
    const show = (shown: string | null): void => {
      if (isWanted) setText(shown);
    };
    const { bodyBytes, headers } = response;
    const read = async (): Promise<string | null> => {
      if (bodyBytes > longest) return null;
      const { bytes } = await actions.readBody(id, 'response', 0, bodyBytes);
      const [contentType, encoding] = ['content-type', 'content-encoding'].map((each) => headerValue(headers, each));
      const shape = bodyShape(bytes, { contentType, encoding, isWhole: true }, notes);
      return shape.kind === 'binary' ? null : shape.kind === 'json' ? prettyJson(shape.text) : shape.text;
    };
    read().then(show, () => show(null));
    return () => {
      isWanted = false;
    };
  }, [actions, id, response, notes]);
  return text;
};
