import type { Finding } from '#shared/exchange/finding.ts';

/** How a kept request is sent once more: to the byte, or with a credential made anew. */
export type ReplayHow = 'as-is' | 're-sign';

/** Which exchange's request is sent once more, and how: it may also be what a person has made of it. */
export type Replay = { readonly of: number; readonly how: ReplayHow | 'edited' };

const prefix = 'replay.';

const words: Readonly<Record<Replay['how'], string>> = {
  'as-is': 'as it was',
  're-sign': 'with its credential made anew',
  edited: 'after somebody edited it',
};

/** The finding that says of which exchange this one is the request, sent once more. */
export const replayFinding = ({ of, how }: Replay): Finding => ({
  severity: 'info',
  rule: `${prefix}${how}`,
  summary: `This is the request of #${String(of)}, sent once more ${words[how]}.`,
});

/** How the request was sent once more, as its findings say; null where it is no replay. */
export const replayHow = (findings: readonly Finding[]): Replay['how'] | null => {
  const how = findings.find(({ rule }) => rule.startsWith(prefix))?.rule.slice(prefix.length);
  return how === 'as-is' || how === 're-sign' || how === 'edited' ? how : null;
};
