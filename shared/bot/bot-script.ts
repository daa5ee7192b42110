import { Type, type Static } from 'typebox';
import { ContentSchema } from '#shared/bot/content-schema.ts';
import { contentOfUtterance, plainText, type Content, type Utterance } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';

const exact = { additionalProperties: false };

const words = (title: string, description: string) =>
  Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1, title, description }));

/** What a rule listens for. Upper and lower case are the same, and so is white space around; there are no patterns. */
export const Match = Type.Object(
  {
    is: words('Is', 'The whole text.'),
    starts: words('Starts with', 'How the text begins.'),
    has: words('Has', 'Whole words anywhere in the text.'),
    pressed: words('Pressed', 'The payload of a button or quick reply, also where a channel sends it as plain text.'),
    event: words(
      'Event',
      'A gesture by its id, such as start; form or the id of a form that was sent; image, video, audio or file.',
    ),
  },
  { ...exact, title: 'When', description: 'Any one of these is enough.' },
);
export type Match = Static<typeof Match>;

/** A rule that is written and not meant now. */
export const IsOff = Type.Optional(Type.Boolean({ title: 'Off', description: 'The rule is passed over.' }));

const Answer = Type.Array(ContentSchema, { description: 'One message each, in this order.' });

/** A bot as data: the first rule that matches answers; if none does, the fallback. */
export const BotScript = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 100, title: 'Id' }),
    name: Type.String({ minLength: 1, maxLength: 100, title: 'Name' }),
    rules: Type.Array(
      Type.Object(
        {
          name: Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 100,
              title: 'Name',
              description: 'Empty: its place, as in Rule 3.',
            }),
          ),
          isOff: IsOff,
          when: Match,
          say: Answer,
        },
        { ...exact, title: 'Rule' },
      ),
      { title: 'Rules', maxItems: 500 },
    ),
    fallback: Answer,
  },
  { ...exact, title: 'Bot script' },
);
export type BotScript = Static<typeof BotScript>;

/** What a script may mention in double braces, besides `{{text}}`: `user` is the user's id, `name` what they are called. */
export type BotVariables = Readonly<Record<string, string>>;

const plain = (text: string): string => text.trim().toLowerCase();

/** The words of a text between spaces and punctuation, with a space on either side, so that whole words can be looked for. */
const spaced = (text: string): string =>
  ` ${plain(text)
    .replaceAll(/[\s.,;:!?¡¿"'()]+/gu, ' ')
    .trim()} `;

/** What was said, in one text: the payload of a press is what the bot is told. */
const textOfUtterance = (utterance: Utterance): string => {
  switch (utterance.kind) {
    case 'text':
      return utterance.text;
    case 'press':
      return utterance.payload;
    case 'form':
    case 'media':
    case 'gesture':
      return '';
    default:
      return assertNever(utterance);
  }
};

/** What happened, where nothing was said in words. */
const eventsOf = (utterance: Utterance): readonly string[] => {
  switch (utterance.kind) {
    case 'text':
    case 'press':
      return [];
    case 'form':
      return ['form', utterance.formId];
    case 'media':
      return [utterance.media];
    case 'gesture':
      return [utterance.id];
    default:
      return assertNever(utterance);
  }
};

/** True when any one of the conditions holds; none at all never does. */
export const matches = (when: Match, utterance: Utterance): boolean => {
  const events = eventsOf(utterance);
  return events.length > 0
    ? (when.event ?? []).some((each) => events.includes(each))
    : matchesWords(when, textOfUtterance(utterance));
};

const matchesWords = (when: Match, said: string): boolean =>
  [...(when.is ?? []), ...(when.pressed ?? [])].some((each) => plain(each) === plain(said)) ||
  (when.starts ?? []).some((each) => plain(said).startsWith(plain(each))) ||
  (when.has ?? []).some((each) => spaced(said).includes(spaced(each)));

/** Every text inside a content with its variables filled in, in one pass: a value is never read as a variable again. */
export const fillVariables = <Value>(value: Value, variables: BotVariables): Value => {
  if (typeof value === 'string')
    return value.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
      Object.hasOwn(variables, name) ? (variables[name] ?? whole) : whole,
    ) as Value;
  if (Array.isArray(value)) return value.map((each: unknown) => fillVariables(each, variables)) as Value;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, fillVariables(each, variables)]),
    ) as Value;
  return value;
};

/** What the fallback of a bot is called where rules are named. */
export const fallbackRule = 'fallback';

/** What a rule of a bot is called: its name, else its place among the others, counted from one. */
export const botRuleName = ({ rules }: BotScript, index: number): string =>
  index < 0 ? fallbackRule : (rules[index]?.name ?? `Rule ${String(index + 1)}`);

/** What the bot says to this, and the name of the rule that says it: the first one that matches, else the fallback. A variable that is not known stays as written. */
export const spokenBy = (
  script: BotScript,
  utterance: Utterance,
  variables: BotVariables,
): { readonly contents: readonly Content[]; readonly rule: string } => {
  const index = script.rules.findIndex(({ isOff, when }) => isOff !== true && matches(when, utterance));
  const said = script.rules[index]?.say ?? script.fallback;
  return {
    contents: fillVariables(said, { text: plainText(contentOfUtterance(utterance)), ...variables }),
    rule: botRuleName(script, index),
  };
};

/** What the bot says to this, whichever rule says it. */
export const answerOf = (...asked: Parameters<typeof spokenBy>): readonly Content[] => spokenBy(...asked).contents;
