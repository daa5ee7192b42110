import { Type, type Static } from 'typebox';
import { fillVariables, IsOff, Match, matches } from '#shared/bot/bot-script.ts';
import { ContentSchema } from '#shared/bot/content-schema.ts';
import type { Utterance } from '#shared/exchange/message.ts';
import type { Answer } from '#shared/platforms/dispatch.ts';
import type { JsonObject } from '#shared/text/json.ts';

const exact = { additionalProperties: false };

/** What our app end replies to something that reaches it: the words, and the HTTP around them. */
export const ReplyRule = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, title: 'Name' }),
    isOff: IsOff,
    when: Type.Union([Match, Type.Null()], { title: 'When', description: 'Empty: always.' }),
    say: Type.Union([Type.Array(ContentSchema), Type.Null()], {
      title: 'Say',
      description: 'One message each, in this order. Empty: what the bot of the channel says.',
    }),
    status: Type.Union([Type.Integer({ minimum: 200, maximum: 599 }), Type.Null()], {
      title: 'Status',
      description: 'The HTTP status of the reply. Empty: as always.',
      default: null,
    }),
    headers: Type.Array(
      Type.Object(
        {
          name: Type.String({ pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", must: 'be a header name (RFC 9110 §5.1)' }),
          value: Type.String({ pattern: '^[^\\r\\n\\0]*$', must: 'be one line' }),
        },
        exact,
      ),
      { title: 'Headers', description: 'Added to the reply.', maxItems: 50, default: [] },
    ),
    delay: Type.Integer({
      minimum: 0,
      maximum: 600_000,
      title: 'Delay',
      description: 'Milliseconds until the reply goes out.',
      default: 0,
    }),
    switches: Type.Record(Type.String(), Type.Unknown(), {
      title: 'Switches',
      description: 'What this platform lets a reply choose.',
      default: {},
    }),
  },
  { ...exact, title: 'Reply rule' },
);
export type ReplyRule = Static<typeof ReplyRule>;

/** The first rule that holds for what reached the app end, or undefined. */
export const replyRuleFor = (rules: readonly ReplyRule[], utterance: Utterance): ReplyRule | undefined =>
  rules.find(({ isOff, when }) => isOff !== true && (when === null || matches(when, utterance)));

/** What the rule answers; `null` for its contents where it leaves the words to the bot. */
export const answerOfRule = (
  rule: ReplyRule,
  variables: Readonly<Record<string, string>>,
): { readonly contents: Answer['contents'] | null; readonly shape: NonNullable<Answer['shape']> } => ({
  contents: rule.say && fillVariables(rule.say, variables),
  shape: {
    status: rule.status,
    headers: rule.headers.map(({ name, value }) => [name, value] as const),
    switches: rule.switches as JsonObject,
  },
});
