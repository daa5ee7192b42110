import { textOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import { readJsonBody } from '#shared/exchange/json-body.ts';
import { headerValue, headerValues, type RawResponse } from '#shared/exchange/raw-http.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { problemsOfMessage } from './check-message.ts';
import { facts, findingOf } from './facts.ts';
import { listIn } from './wire.ts';

/** What a response to an event says in the chat; `body` is null where it says nothing, and the findings tell why. */
export type QuickReply = {
  readonly body: JsonObject | null;
  readonly botName: string | null;
  readonly findings: readonly Finding[];
};

const header = 'response header x-quick-reply';
const botNameForm = /^[^@#$%:/\\]+$/;

/** Header names that people send where x-quick-reply is meant. */
const nearName = /^x?[-_]?quick[-_]?repl(?:y|ies)$/i;

const looksLikeMessage = (response: RawResponse): boolean => {
  const { value } = readJsonBody(response);
  return isJsonObject(value) && (listIn(value['blocks']).length > 0 || typeof value['plainText'] === 'string');
};

const nothing = (findings: readonly Finding[]): QuickReply => ({ body: null, botName: null, findings });

const withoutHeader = (response: RawResponse): QuickReply => {
  const near = response.headers.find(([name]) => nearName.test(name))?.[0];
  if (near !== undefined)
    return nothing([
      findingOf(
        'warning',
        'reply.header-name',
        facts.quickReply,
        `There is no bubble: the response has the header ${near.slice(0, 40)}, but not x-quick-reply.`,
        header,
      ),
    ]);
  return looksLikeMessage(response)
    ? nothing([
        findingOf(
          'warning',
          'reply.header-missing',
          facts.quickReply,
          'There is no bubble: the body is a message, but the response has not the header x-quick-reply: true, so the body is ignored.',
          header,
        ),
      ])
    : nothing([]);
};

/** The text that these characters are when they are taken for the bytes of UTF-8; null where they are none. */
const utf8Of = (text: string): string | null => {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\u0020-\u00ff]/.test(text)) return null;
  const read = textOf(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  return read.isExact ? read.text : null;
};

const utf8Name = findingOf(
  'info',
  'reply.bot-name-utf8',
  facts.botName,
  'The name in x-bot-name came as UTF-8, which a header does not promise to carry: it is read so here, and whether Channel Talk does is not known.',
  'response header x-bot-name',
);

const nameOf = (response: RawResponse): { readonly name: string | null; readonly findings: readonly Finding[] } => {
  const sent = headerValue(response.headers, 'x-bot-name')?.trim() ?? '';
  const name = utf8Of(sent) ?? sent;
  if (name === '') return { name: null, findings: [] };
  if (botNameForm.test(name)) return { name, findings: name === sent ? [] : [utf8Name] };
  return {
    name: null,
    findings: [
      findingOf(
        'warning',
        'reply.bot-name',
        facts.botNameForm,
        'The name in x-bot-name holds one of @ # $ % : / \\, which no bot may have in its name: the name of the channel is shown.',
        'response header x-bot-name',
      ),
    ],
  };
};

const badBody = (response: RawResponse): QuickReply | null => {
  const { value, oddities } = readJsonBody(response);
  const oddity = oddities.find((each) => each.kind !== 'media-type' && each.kind !== 'byte-order-mark');
  if (value === undefined)
    return nothing([
      oddity?.kind === 'empty'
        ? findingOf(
            'error',
            'reply.body.empty',
            facts.replyErrors,
            'There is no bubble: x-quick-reply is there, but the body is empty.',
            'response body',
          )
        : findingOf(
            'error',
            'reply.body.json',
            facts.replyErrors,
            `There is no bubble: x-quick-reply is there, but the body cannot be read. ${oddity?.sentence ?? ''}`.trim(),
            'response body',
          ),
    ]);
  return isJsonObject(value)
    ? null
    : nothing([
        findingOf(
          'error',
          'reply.body.object',
          facts.replyErrors,
          'There is no bubble: the body is JSON, but not an object with blocks.',
          'response body',
        ),
      ]);
};

/** Reads the response to an event: whether it is a quick-reply, what it says, and if it says nothing, why. */
export const readQuickReply = (response: RawResponse): QuickReply => {
  const values = headerValues(response.headers, 'x-quick-reply');
  const value = values[0];
  if (value === undefined) return withoutHeader(response);
  if (value.trim() !== 'true')
    return nothing([
      findingOf(
        'error',
        'reply.header-value',
        facts.replyErrors,
        `There is no bubble: x-quick-reply is "${value.slice(0, 40)}", where only true, in small letters, is taken.`,
        header,
      ),
    ]);
  const bad = badBody(response);
  if (bad) return bad;
  const { value: json, oddities } = readJsonBody(response);
  const body = isJsonObject(json) ? json : {};
  const [problem] = problemsOfMessage(body);
  if (problem)
    return nothing([
      findingOf(
        'error',
        `reply.${problem.rule}`,
        facts.replyErrors,
        `There is no bubble: the body is no message, for ${problem.problem}.`,
        `response body ${problem.at}`,
      ),
    ]);
  const { name, findings } = nameOf(response);
  const type = oddities.find((each) => each.kind === 'media-type');
  return {
    body,
    botName: name,
    findings: [
      ...findings,
      ...(type ? [findingOf('info', 'reply.media-type', facts.replyBody, type.sentence, type.at)] : []),
      ...(response.status === 200
        ? []
        : [
            findingOf(
              'info',
              'reply.status',
              facts.replyBody,
              `Quick-replies were seen with status 200 only, not ${response.status}.`,
              'response status',
            ),
          ]),
    ],
  };
};
