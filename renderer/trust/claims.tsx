import { classes } from '#renderer/kit/classes.ts';
import { ToneIcon, type Tone } from '#renderer/kit/tone.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
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
export const ClaimTable = ({ label, claims, now, className }: ClaimTableProps) => {
  const { claims: words } = useWords().trust;
  return (
    <table className={styles.claims} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{words.claim}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(claims).map(([name, value]) => (
          <ClaimRow key={name} name={name} value={value} now={now} className={className} />
        ))}
      </tbody>
    </table>
  );
};

type ClaimRowProps = {
  readonly name: string;
  readonly value: Json;
  readonly now: number;
  readonly className: string | undefined;
};

const ClaimRow = ({ name, value, now, className }: ClaimRowProps) => {
  const { format } = useWords();
  const meaning = describeClaim(name, value, now);
  return (
    <tr>
      <th scope="row" translate="no" className={className}>
        {name}
      </th>
      <td translate="no" className={styles.value}>
        {typeof value === 'string' ? value : JSON.stringify(value)}
      </td>
      <td className={styles.meaning}>
        <span lang="en">{meaning.meaning}</span>
        {meaning.instant !== undefined && <time className={styles.date}>{format.moment(meaning.instant)}</time>}
        <ClaimState state={meaning.state} />
      </td>
    </tr>
  );
};

/** What holds needs no word. */
const tones: Readonly<Record<Exclude<NonNullable<ClaimMeaning['state']>, 'holds'>, Tone>> = {
  over: 'bad',
  'not-yet': 'attention',
  odd: 'attention',
};

const ClaimState = ({ state }: { readonly state: ClaimMeaning['state'] }) => {
  const { states } = useWords().trust.claims;
  if (state === undefined || state === 'holds') return null;
  const tone = tones[state];
  return (
    <span className={classes(styles.state, styles[tone])}>
      <ToneIcon tone={tone} size={12} /> {states[state]}
    </span>
  );
};
