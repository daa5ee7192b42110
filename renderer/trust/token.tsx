import { useMemo, useState, type ReactNode } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { ThreeParts } from '#renderer/kit/three-parts.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { placeWords } from '#renderer/store/credential-place.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { mask, redact } from '#shared/channel/redact.ts';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import { bearerToken, decodeJwt, type DecodedJwt } from '#shared/trust/jwt.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { ClaimTable } from './claims.tsx';
import styles from './trust.module.css';

type CredentialProps = {
  readonly verdict: Verdict;
  readonly headers: HeaderLines;
  /** What is not shown of it: the part that proves a token. */
  readonly veil?: readonly string[] | null;
  /** What can be done with tokens of this kind. */
  readonly children?: ReactNode;
};

/** What was shown to be trusted: a token taken apart, or where a text stood. */
export const Credential = ({ verdict, headers, veil = null, children }: CredentialProps) => {
  const place = verdict.credential;
  if (!place) return null;
  if (place.kind === 'text') return <ComparedText at={place.at} isRefused={verdict.state === 'refused'} />;
  const value = headerValue(headers, place.header);
  return value === undefined ? null : (
    <Token token={bearerToken(value) ?? value} veil={veil ?? []}>
      {children}
    </Token>
  );
};
/** A text that is compared as it stands: where it stood, and never what it was. */
const ComparedText = ({ at, isRefused }: { readonly at: string; readonly isRefused: boolean }) => {
  const { credential: words } = useWords().trust;
  return (
    <section aria-label={words.title}>
      <header className={styles.head}>
        <h3>{words.title}</h3>
      </header>
      <dl className={styles.credential}>
        <dt>{words.stoodIn}</dt>
        <dd>
          {placeWords(at, words)} <code>{at}</code>
        </dd>
        <dt>{words.value}</dt>
        <dd>
          <code aria-label={words.masked}>{mask}</code> {isRefused ? words.notShown : words.notShownCompared}
        </dd>
      </dl>
    </section>
  );
};

type TokenProps = { readonly token: string; readonly veil: readonly string[]; readonly children: ReactNode };

const Token = ({ token, veil, children }: TokenProps) => {
  const { token: words } = useWords().trust;
  const decoded = useMemo(() => decodeJwt(token), [token]);
  // The moment of looking, kept: a claim must not change its meaning while it is read.
  const [now] = useState(() => Date.now());
  return (
    <section aria-label={words.title}>
      <header className={styles.head}>
        <h3>{words.title}</h3>
        <span className={styles.tools}>
          {children}
          <CopyButton text={token} label={words.copy} />
        </span>
      </header>
      <p translate="no" className={styles.token}>
        <ThreeParts text={redact(token, veil)} />
      </p>
      {decoded.problems.map((problem) => (
        <p key={problem.code + problem.at} className={styles.problem}>
          <ToneIcon tone="bad" size={14} /> {problem.summary}
        </p>
      ))}
      <Part name="header" className={styles.one} part={decoded.header} now={now} />
      <Part name="payload" className={styles.two} part={decoded.payload} now={now} />
      <Signature decoded={decoded} />
    </section>
  );
};

type PartProps = {
  readonly name: 'header' | 'payload';
  readonly className: string | undefined;
  readonly part: DecodedJwt['header'];
  readonly now: number;
};

const Part = ({ name, className, part, now }: PartProps) => {
  const { token: words } = useWords().trust;
  if (part.text === '') return null;
  return (
    <>
      <h4 className={classes(styles.part, className)}>{words.parts[name]}</h4>
      {part.json ? (
        <ClaimTable label={words.partOf[name]} claims={part.json} now={now} className={className} />
      ) : (
        <pre className={styles.undecoded}>{part.decoded ?? words.undecodable}</pre>
      )}
    </>
  );
};

const Signature = ({ decoded }: { readonly decoded: DecodedJwt }) => {
  const { token: words } = useWords().trust;
  return decoded.form === 'jws' ? (
    <>
      <h4 className={classes(styles.part, styles.three)}>{words.parts.signature}</h4>
      <p className={styles.bytes}>
        {decoded.signature.bytes ? words.bytes(decoded.signature.bytes.length) : words.undecodable}
      </p>
    </>
  ) : null;
};
