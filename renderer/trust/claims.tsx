import { classes } from '#renderer/kit/classes.ts';
import { formatMoment } from '#renderer/kit/format.ts';
import { ToneIcon, type Tone } from '#renderer/kit/tone.tsx';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { describeClaim, type ClaimMeaning } from '#shared/trust/jwt.ts';
import styles from './trust.module.css';

type ClaimTableProps = {
  readonly label: string;
  readonly claims: JsonObject;
  readonly now: number;
  readonly className: string | undefined;
};

/** What a part of the token says: each name with its value and what it means to a person. */
export const ClaimTable = ({ label, claims, now, className }: ClaimTableProps) => (
  <table className={styles.claims} aria-label={label}>
    <thead>
      <tr>
        <th scope="col">Claim</th>
        <th scope="col">Value</th>
        <th scope="col">Meaning</th>
      </tr>
    </thead>
    <tbody>
      {Object.entries(claims).map(([name, value]) => (
        <ClaimRow key={name} name={name} value={value} now={now} className={className} />
      ))}
    </tbody>
  </table>
);

type ClaimRowProps = {
  readonly name: string;
  readonly value: Json;
  readonly now: number;
  readonly className: string | undefined;
};

const ClaimRow = ({ name, value, now, className }: ClaimRowProps) => {
  const meaning = describeClaim(name, value, now);
  return (
    <tr>
      <th scope="row" className={className}>
        {name}
      </th>
      <td className={styles.value}>{typeof value === 'string' ? value : JSON.stringify(value)}</td>
      <td className={styles.meaning}>
        {meaning.meaning}
        {meaning.instant !== undefined && <time className={styles.date}>{formatMoment(meaning.instant)}</time>}
        <ClaimState state={meaning.state} />
      </td>
    </tr>
  );
};

const states: Readonly<
  Record<NonNullable<ClaimMeaning['state']>, { readonly tone: Tone; readonly word: string } | null>
> = {
  holds: null,
  over: { tone: 'bad', word: 'Over now' },
  'not-yet': { tone: 'attention', word: 'Not yet' },
  odd: { tone: 'attention', word: 'Odd' },
};

const ClaimState = ({ state }: { readonly state: ClaimMeaning['state'] }) => {
  const shown = state && states[state];
  if (!shown) return null;
  return (
    <span className={classes(styles.state, styles[shown.tone])}>
      <ToneIcon tone={shown.tone} size={12} /> {shown.word}
    </span>
  );
};
