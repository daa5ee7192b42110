import { useMemo } from 'react';
import { useWords } from '#renderer/words/use-words.tsx';
import { useBench, useCatalogue, useSession } from '../context.tsx';
import { credentialPlaces } from '../inspect/credentials.ts';
import { exchangeNow } from '../selectors.ts';
import { addressSecrets } from './address-secrets.ts';
import { isText } from './body-text.ts';
import { bodyProblems } from './body-problems.ts';
import { channelAddress } from './channel-address.ts';
import { draftChannel, variablesOf } from './draft-channel.ts';
import { draftIssues, withoutEmpty } from './draft-issues.ts';
import { ownOrigin } from './open-request.ts';
import { useSettled } from './use-settled.ts';
import type { Writing } from './writing.ts';

/** A longer body takes a moment to look at: for that a person has to have stopped writing. */
const long = 200_000;
/** Signs of a body that are looked through for credentials. */
const longestSearched = 1_000_000;

/** A request that is written, and all that is to be said of it while it is. */
export const useDraft = (writing: Writing) => {
  const words = useWords();
  const { platforms } = useCatalogue();
  const { draft, refused } = writing;
  const channel = useSession(({ channels }) => channels.find(({ id }) => id === draft.channelId)) ?? null;
  const platform = platforms.find(({ id }) => id === channel?.platformId);
  const of = useBench((state) => exchangeNow(state, writing.madeOf));
  const variables = useMemo(() => variablesOf(platform), [platform]);
  const all = useMemo(() => draftIssues(draft, variables, words.editor), [draft, variables, words]);
  // What only looks at the request, and may take a moment, waits for a pause in the writing.
  const settled = useSettled(draft, draft.body.text.length > long ? 1000 : 250);
  const known = useMemo(
    () => draftChannel(settled, channel && platform ? { channel, platform } : null, of),
    [settled, channel, platform, of],
  );
  const { schema, spots } = known;
  // At once: what is typed there is on the screen in this moment.
  const secrets = useMemo(
    () => addressSecrets(draft.url, { spots, masked: of?.target ?? '' }),
    [draft.url, spots, of?.target],
  );
  const { receiver } = known;
  const own = useSession(ownOrigin);
  const { method, url } = draft;
  const channelUrl = useMemo(
    () =>
      channel && platform && receiver ? channelAddress({ method, url }, { channel, platform, receiver, own }) : null,
    [method, url, channel, platform, receiver, own],
  );
  const { body, withVariables } = settled;
  const problems = useMemo(
    () => bodyProblems(body, { schema, variables: withVariables ? variables : null }),
    [body, schema, variables, withVariables],
  );
  const hasSecretsInBody = useMemo(
    () => isText(body.form) && credentialPlaces(body.text.slice(0, longestSearched)).length > 0,
    [body],
  );
  const told = refused?.issues ?? [];
  return {
    channel,
    platform,
    variables,
    ...known,
    problems,
    /** The address at which its channel is reached now. */
    channelUrl,
    /** The credentials in its address. */
    secrets,
    hasSecretsInBody,
    /** All that keeps it from being sent. */
    all,
    /** What is shown beside the fields: what is only not written yet, once somebody wanted to send it. */
    issues: refused
      ? [...all, ...told.filter(({ path }) => !all.some((each) => each.path === path))]
      : withoutEmpty(all),
  };
};
export type DraftView = ReturnType<typeof useDraft>;
