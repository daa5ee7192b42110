import { markColours } from '#shared/exchange/mark.ts';

/** The fields of a query: what each takes and means, for people, for completion and for the parser. */

export type NumberField = 'status' | 'duration' | 'size' | 'id' | 'trace';
export type MomentField = 'since' | 'until';
export type ChoiceField = 'dir' | 'verdict' | 'is' | 'mark';
export type TextField =
  | 'method'
  | 'path'
  | 'host'
  | 'platform'
  | 'channel'
  | 'user'
  | 'defect'
  | 'rule'
  | 'note'
  | 'body'
  | 'req.body'
  | 'res.body';
export type HeaderField = 'header' | 'req.header' | 'res.header';
export type FieldName = NumberField | MomentField | ChoiceField | TextField | HeaderField;

export type FieldHelp = {
  readonly name: FieldName;
  /** What it takes, as the end of a sentence: "It takes …". */
  readonly takes: string;
  /** One sentence without a subject: what it keeps. */
  readonly what: string;
  readonly example: string;
};

export type Field = FieldHelp &
  (
    | { readonly kind: 'number'; readonly name: NumberField }
    | { readonly kind: 'moment'; readonly name: MomentField }
    | { readonly kind: 'choice'; readonly name: ChoiceField; readonly choices: readonly string[] }
    | { readonly kind: 'text'; readonly name: TextField }
    | { readonly kind: 'header'; readonly name: HeaderField }
  );

const ways = ['in', 'out', 'loopback'] as const;
const verdicts = ['trusted', 'refused', 'unchecked'] as const;
const states = [
  'pinned',
  'marked',
  'noted',
  'pending',
  'answered',
  'failed',
  'withheld',
  'aborted',
  'malformed',
  'imported',
] as const;

const listed = (choices: readonly string[]): string => `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;

const moment = 'a stretch of time before now (10m, 2h, 1d), a time of today (10:30) or a moment (2026-01-31T10:30)';

/** In the order in which help lists them. */
export const fields: readonly Field[] = [
  {
    kind: 'number',
    name: 'status',
    takes: 'a status (401), a class (4xx), a comparison (>=400) or a range (400..403)',
    what: 'The status of the answer.',
    example: 'status:4xx',
  },
  { kind: 'text', name: 'method', takes: 'a method', what: 'The method of the request.', example: 'method:post' },
  {
    kind: 'text',
    name: 'path',
    takes: 'a part of a path or query',
    what: 'The path and query of the request, as the list shows them.',
    example: '-path:/poll',
  },
  {
    kind: 'text',
    name: 'host',
    takes: 'a part of a host, address or port',
    what: 'The other side: where it was sent to, or where it came from.',
    example: 'host:bots.example',
  },
  {
    kind: 'choice',
    name: 'dir',
    takes: listed(ways),
    what: 'Which way it went; loopback is both ends ours.',
    example: 'dir:in',
    choices: ways,
  },
  {
    kind: 'text',
    name: 'platform',
    takes: 'the name of a platform or a part of it',
    what: 'The platform of its channel.',
    example: 'platform:chat',
  },
  {
    kind: 'text',
    name: 'channel',
    takes: 'the name of a channel or a part of it',
    what: 'The channel that it belongs to.',
    example: 'channel:"my demo"',
  },
  { kind: 'text', name: 'user', takes: 'a user id', what: 'Whose conversation it belongs to.', example: 'user:u-42' },
  {
    kind: 'choice',
    name: 'verdict',
    takes: listed(verdicts),
    what: 'What was found out about its credential.',
    example: 'verdict:refused',
    choices: verdicts,
  },
  {
    kind: 'choice',
    name: 'is',
    takes: listed(states),
    what: 'What became of it, or what you did with it.',
    example: 'is:pinned',
    choices: states,
  },
  { kind: 'moment', name: 'since', takes: moment, what: 'Begun then or later.', example: 'since:10m' },
  { kind: 'moment', name: 'until', takes: moment, what: 'Begun earlier.', example: 'until:10:30' },
  {
    kind: 'number',
    name: 'duration',
    takes: 'a comparison or range of times (>500ms, 1s..3s)',
    what: 'How long it took.',
    example: 'duration:>500ms',
  },
  {
    kind: 'number',
    name: 'size',
    takes: 'a comparison or range of sizes (>10kb, 1mb..2mb)',
    what: 'The bytes of both bodies together.',
    example: 'size:>10kb',
  },
  {
    kind: 'header',
    name: 'header',
    takes: 'the name of a header, or name=value',
    what: 'A header of the request or the answer.',
    example: 'header:authorization=bearer',
  },
  {
    kind: 'header',
    name: 'req.header',
    takes: 'the name of a header, or name=value',
    what: 'A header of the request.',
    example: 'req.header:x-trace',
  },
  {
    kind: 'header',
    name: 'res.header',
    takes: 'the name of a header, or name=value',
    what: 'A header of the answer.',
    example: 'res.header:x-quick-reply=true',
  },
  {
    kind: 'text',
    name: 'body',
    takes: 'words, in quotes where there are several',
    what: 'The body of the request or the answer.',
    example: 'body:"card lost"',
  },
  {
    kind: 'text',
    name: 'req.body',
    takes: 'words, in quotes where there are several',
    what: 'The body of the request.',
    example: 'req.body:hello',
  },
  {
    kind: 'text',
    name: 'res.body',
    takes: 'words, in quotes where there are several',
    what: 'The body of the answer.',
    example: 'res.body:error',
  },
  {
    kind: 'text',
    name: 'defect',
    takes: 'a part of the name of a defect',
    what: 'A defect acted on it.',
    example: 'defect:late',
  },
  {
    kind: 'text',
    name: 'rule',
    takes: 'a part of the name of a reply rule or bot rule',
    what: 'The rule that made the answer.',
    example: 'rule:greeting',
  },
  {
    kind: 'number',
    name: 'trace',
    takes: 'the number of a trace (t17)',
    what: 'Everything that one exchange set going.',
    example: 'trace:t17',
  },
  {
    kind: 'number',
    name: 'id',
    takes: 'the number of an exchange (12) or a range (12..40)',
    what: 'The number of the exchange.',
    example: 'id:12..40',
  },
  {
    kind: 'choice',
    name: 'mark',
    takes: listed(markColours),
    what: 'The colour that you marked it with.',
    example: 'mark:red',
    choices: markColours,
  },
  {
    kind: 'text',
    name: 'note',
    takes: 'a part of your note',
    what: 'What you noted about it.',
    example: 'note:"ask QA"',
  },
];

/** The field of this name, whatever its case. */
export const fieldNamed = (name: string): Field | undefined => {
  const wanted = name.toLowerCase();
  return fields.find((each) => each.name === wanted);
};
