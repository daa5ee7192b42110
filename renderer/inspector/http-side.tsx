import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { ThreeParts } from '#renderer/kit/three-parts.tsx';
import { outcomeSentence } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import { bearerToken, decodeJwt } from '#shared/trust/jwt.ts';
import { BodyView } from './body-view.tsx';
import styles from './http-side.module.css';

/** One side of the HTTP as it was on the wire: start line, header lines in their order, body. */
export const HttpSide = ({ exchange, part }: { readonly exchange: Exchange; readonly part: BodyPart }) => {
  const words = useWords();
  const { inspector: said } = words;
  const head = exchange[part];
  if (!head) return <p className={styles.absent}>{outcomeSentence(exchange.summary, words) || said.noResponse}</p>;
  const startLine = startLineOf(exchange, part);
  return (
    <div className={styles.side}>
      <p className={styles.startLine}>
        <code>{startLine}</code>
        <CopyButton
          label={said.copyHead[part]}
          text={() =>
            `${[startLine, ...head.headers.map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`
          }
        />
      </p>
      <Headers headers={head.headers} part={part} />
      <section className={styles.body} aria-label={said.bodyOf[part]}>
        {head.bodyBytes === 0 ? (
          <p className={styles.noBody}>{head.isTruncated ? said.noBodyCut : said.noBody}</p>
        ) : (
          <BodyView
            id={exchange.summary.id}
            part={part}
            total={head.bodyBytes}
            contentType={headerValue(head.headers, 'content-type')}
            encoding={headerValue(head.headers, 'content-encoding')}
            note={head.isTruncated ? said.cut(words.format.bytes(head.bodyBytes)) : null}
          />
        )}
      </section>
    </div>
  );
};

const startLineOf = (exchange: Exchange, part: BodyPart): string => {
  if (part === 'request') return `${exchange.summary.method} ${exchange.target} HTTP/${exchange.request.httpVersion}`;
  const { response } = exchange;
  return response ? `HTTP/${response.httpVersion} ${String(response.status)} ${response.reason}`.trim() : '';
};

const Headers = ({ headers, part }: { readonly headers: HeaderLines; readonly part: BodyPart }) => {
  const { inspector: words } = useWords();
  return (
    <table className={styles.headers} aria-label={words.headers[part]}>
      <thead>
        <tr>
          <th scope="col" className={styles.name}>
            {words.name}
          </th>
          <th scope="col">{words.value}</th>
          <th scope="col" className={styles.copy}>
            <span className="only-heard">{words.copy}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {headers.map(([name, value], index) => (
          <tr key={index}>
            <td translate="no" className={styles.name}>
              {name}
            </td>
            <td translate="no">
              <HeaderValue value={value} />
            </td>
            <td className={styles.copy}>
              <CopyButton text={value} label={words.copyName(name)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** A token keeps its hues here too; every other value is plain. */
const HeaderValue = ({ value }: { readonly value: string }) => {
  const token = bearerToken(value);
  if (token === null || decodeJwt(token).header.json === null) return value;
  return (
    <>
      {value.slice(0, value.length - token.length)}
      <ThreeParts text={token} />
    </>
  );
};
