import { useMemo, useState, type ReactNode } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { ThreeParts } from '#renderer/kit/three-parts.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { placeWords } from '#renderer/store/credential-place.ts';
import { mask } from '#shared/channel/redact.ts';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import { bearerToken, decodeJwt, type DecodedJwt } from '#shared/trust/jwt.ts';
import type { Verdict } from '#shared/trust/verdict.ts';
import { ClaimTable } from './claims.tsx';
import styles from './trust.module.css';

type CredentialProps = {
  readonly verdict: Verdict;
  readonly headers: HeaderLines;
  /** What can be done with tokens of this kind. */
  readonly children?: ReactNode;
};

/** What was shown to be trusted: a token taken apart, or where a text stood. */
export const Credential = ({ verdict, headers, children }: CredentialProps) => {
  const place = verdict.credential;
  if (!place) return null;
  if (place.kind === 'text') return <ComparedText at={place.at} isRefused={verdict.state === 'refused'} />;
  const value = headerValue(headers, place.header);
  return value === undefined ? null : <Token token={bearerToken(value) ?? value}>{children}</Token>;
};
/** A text that is compared as it stands: where it stood, and never what it was. */
const ComparedText = ({ at, isRefused }: { readonly at: string; readonly isRefused: boolean }) => (
  <section aria-label="Credential">
    <header className={styles.head}>
      <h3>Credential</h3>
    </header>
    <dl className={styles.credential}>
      <dt>Stood in</dt>
      <dd>
        {placeWords(at)} <code>{at}</code>
      </dd>
      <dt>Value</dt>
      <dd>
        <code aria-label="Masked">{mask}</code> {isRefused ? 'not shown' : 'not shown; it is compared as it stands'}
      </dd>
    </dl>
  </section>
);

const Token = ({ token, children }: { readonly token: string; readonly children: ReactNode }) => {
  const decoded = useMemo(() => decodeJwt(token), [token]);
  // The moment of looking, kept: a claim must not change its meaning while it is read.
  const [now] = useState(() => Date.now());
  return (
    <section aria-label="Token">
      <header className={styles.head}>
        <h3>Token</h3>
        <span className={styles.tools}>
          {children}
          <CopyButton text={token} label="Copy the token" />
        </span>
      </header>
      <p className={styles.token}>
        <ThreeParts text={token} />
      </p>
      {decoded.problems.map((problem) => (
        <p key={problem.code + problem.at} className={styles.problem}>
          <ToneIcon tone="bad" size={14} /> {problem.summary}
        </p>
      ))}
      <Part name="Header" className={styles.one} part={decoded.header} now={now} />
      <Part name="Payload" className={styles.two} part={decoded.payload} now={now} />
      <Signature decoded={decoded} />
    </section>
  );
};

type PartProps = {
  readonly name: string;
  readonly className: string | undefined;
  readonly part: DecodedJwt['header'];
  readonly now: number;
};

const Part = ({ name, className, part, now }: PartProps) => {
  if (part.text === '') return null;
  return (
    <>
      <h4 className={classes(styles.part, className)}>{name}</h4>
      {part.json ? (
        <ClaimTable label={`${name} of the token`} claims={part.json} now={now} className={className} />
      ) : (
        <pre className={styles.undecoded}>{part.decoded ?? 'Cannot be decoded'}</pre>
      )}
    </>
  );
};

const Signature = ({ decoded }: { readonly decoded: DecodedJwt }) =>
  decoded.form === 'jws' ? (
    <>
      <h4 className={classes(styles.part, styles.three)}>Signature</h4>
      <p className={styles.bytes}>
        {decoded.signature.bytes ? `${String(decoded.signature.bytes.length)} bytes` : 'Cannot be decoded'}
      </p>
    </>
  ) : null;
