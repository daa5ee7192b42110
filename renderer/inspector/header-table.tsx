import { useId, useMemo, useState } from 'react';
import { Certainty } from '#renderer/form/certainty.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { LitText } from '#renderer/kit/lit-text.tsx';
import { ThreeParts } from '#renderer/kit/three-parts.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useCatalogue, useSession } from '#renderer/store/context.tsx';
import { headerFlags } from '#renderer/store/headers/header-flags.ts';
import { headerReading } from '#renderer/store/headers/header-reading.ts';
import { knownHeader, knownHeaders } from '#renderer/store/headers/known-headers.ts';
import { useVeil } from '#renderer/store/inspect/use-veil.ts';
import { useLights } from '#renderer/store/search/lights.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { redact } from '#shared/channel/redact.ts';
import type { BodyPart, Exchange, Head } from '#shared/exchange/exchange.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import { receiverOf } from '#shared/exchange/receiver.ts';
import type { Fact } from '#shared/platforms/fact.ts';
import { factsOfHeader } from '#shared/platforms/header-fact.ts';
import { bearerToken, decodeJwt } from '#shared/trust/jwt.ts';
import styles from './header-table.module.css';

type HeaderTableProps = { readonly exchange: Exchange; readonly part: BodyPart; readonly head: Head };

const nothing: readonly string[] = [];

/** The header lines in their order and with their case; each says what it means to whoever asks, and what is odd about it to everybody. */
export const HeaderTable = ({ exchange, part, head }: HeaderTableProps) => {
  const words = useWords();
  const { inspector: said } = words;
  const flags = useMemo(() => headerFlags(head, words), [head, words]);
  const factsOf = useHeaderFacts(exchange, part);
  const veil = useVeil(exchange) ?? nothing;
  const beside = { bodyBytes: head.bodyBytes, at: exchange.summary.openedAt };
  return (
    <table className={styles.headers} aria-label={said.headers[part]}>
      <thead>
        <tr>
          <th scope="col" className={styles.name}>
            {said.name}
          </th>
          <th scope="col">{said.value}</th>
          <th scope="col" className={styles.copy}>
            <span className="only-heard">{said.copy}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {head.headers.map((line, index) => (
          <HeaderLine
            key={index}
            line={line}
            flags={flags[index] ?? []}
            facts={factsOf(line[0])}
            reading={headerReading(line, beside, words)}
            veil={veil}
          />
        ))}
      </tbody>
    </table>
  );
};

/** What the platform of the exchange says of a header. */
const useHeaderFacts = ({ summary }: Exchange, part: BodyPart): ((name: string) => readonly Fact[]) => {
  const { platforms } = useCatalogue();
  const channel = useSession(({ channels }) => channels.find(({ id }) => id === summary.channelId));
  const platform = platforms.find(({ id }) => id === channel?.platformId);
  return (name) => factsOfHeader(platform?.headers ?? [], name, { on: part, end: receiverOf(summary) });
};

type HeaderLineProps = {
  readonly line: HeaderLines[number];
  readonly flags: readonly string[];
  readonly facts: readonly Fact[];
  readonly reading: readonly string[];
  /** What is not shown of it. */
  readonly veil: readonly string[];
};

const HeaderLine = ({ line: [name, value], flags, facts, reading, veil }: HeaderLineProps) => {
  const { inspector: said, headers: words } = useWords();
  const { heads } = useLights();
  const [isExplained, explain] = useState(false);
  const noteId = useId();
  return (
    <>
      <tr className={classes(isExplained && styles.explained)}>
        <td translate="no" className={styles.name}>
          <button
            type="button"
            className={styles.ask}
            title={words.explain(name)}
            aria-expanded={isExplained}
            aria-controls={isExplained ? noteId : undefined}
            onClick={() => explain(!isExplained)}
          >
            <LitText text={name} words={heads} />
          </button>
        </td>
        <td>
          <span translate="no">
            <HeaderValue value={value} veil={veil} lights={heads} />
          </span>
          {flags.map((each) => (
            <p key={each} className={styles.flag}>
              <ToneIcon tone="attention" size={13} /> <span>{each}</span>
            </p>
          ))}
        </td>
        <td className={styles.copy}>
          <CopyButton text={value} label={said.copyName(name)} />
        </td>
      </tr>
      {isExplained && (
        <tr id={noteId}>
          <td colSpan={3} className={styles.note}>
            <Explanation name={name} facts={facts} reading={reading} />
          </td>
        </tr>
      )}
    </>
  );
};

const Explanation = ({
  name,
  facts,
  reading,
}: { readonly name: string } & Pick<HeaderLineProps, 'facts' | 'reading'>) => {
  const { headers: words } = useWords();
  const known = knownHeader(name);
  return (
    <div className={styles.explanation}>
      {facts.map(({ claim, status, source }) => (
        <p key={claim} lang="en">
          {claim} <Certainty status={status} source={source} />
        </p>
      ))}
      {known ? (
        <p>
          {words.known[known]} <span className={styles.source}>{knownHeaders[known]}</span>
        </p>
      ) : (
        facts.length === 0 && <p>{words.unknown}</p>
      )}
      {reading.length > 0 && (
        <p>
          <strong>{words.says}</strong> {reading.join(' ')}
        </p>
      )}
    </div>
  );
};

type HeaderValueProps = Pick<HeaderLineProps, 'veil'> & {
  readonly value: string;
  readonly lights: readonly string[];
};

/** A token keeps its hues here too; every other value is plain. */
const HeaderValue = ({ value, veil, lights }: HeaderValueProps) => {
  const token = bearerToken(value);
  if (token === null || decodeJwt(token).header.json === null)
    return <LitText text={redact(value, veil)} words={lights} />;
  return (
    <>
      {value.slice(0, value.length - token.length)}
      <ThreeParts text={redact(token, veil)} />
    </>
  );
};
