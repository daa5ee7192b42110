import type { Finding } from '#shared/exchange/finding.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { SpokenMessage } from '#shared/platforms/dispatch.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { writeJson } from '#shared/text/parse-json.ts';
import type { Version } from './addresses.ts';
import { readEventItem } from './events.ts';
import { facts, findingOf } from './facts.ts';
import { readForm } from './forms.ts';
import { readContent } from './read-templates.ts';
import { taskEndOf } from './task-end.ts';
import { formKey } from './write-message.ts';

/** What an answer of the platform says, in a reply or posted, and what is odd about it. */
export type AnswerReading = { readonly messages: readonly SpokenMessage[]; readonly findings: readonly Finding[] };

/** Reads an answer of either version; `expected` is the one that the address or the channel means, and the other is read all the same. */
export const readAnswerObject = (
  answer: JsonObject,
  expected: Version,
  { memory }: Pick<PlatformContext, 'memory'>,
): AnswerReading => {
  const found: Version = answer['text'] === undefined && Array.isArray(answer['data']) ? 'v2' : 'v1';
  const said = found === 'v2' ? itemsOf(answer['data']).flatMap(readItem) : itemsOf(answer['text']).flatMap(byBot);
  const ended = taskEndOf(answer);
  const messages: readonly SpokenMessage[] = [
    ...said,
    ...formOf(answer['form'], memory).flatMap(spoken),
    ...(ended ? spoken(ended) : []),
  ];
  if (messages.length === 0) return { messages, findings: [silence(answer, expected)] };
  const isOther = found !== expected && said.length > 0;
  return { messages, findings: isOther ? [otherVersion(found)] : [] };
};

const spoken = (content: Content): readonly SpokenMessage[] => [{ author: 'bot', content }];

const byBot = (item: Json): readonly SpokenMessage[] => readContent(item).flatMap(spoken);

const readItem = (item: Json): readonly SpokenMessage[] => {
  if (!isJsonObject(item)) return byBot(item);
  if (item['type'] === 'event') return [{ author: 'channel', content: readEventItem(item) }];
  return item['val'] === undefined ? [] : byBot(item['val']);
};

const itemsOf = (value: Json | undefined): readonly Json[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

/** The button of the form is remembered: what the user fills in has to name it. */
const formOf = (form: Json | undefined, memory: PlatformContext['memory']): readonly Content[] => {
  if (form === undefined) return [];
  const read = readForm(form);
  if (!read) return [{ kind: 'unknown', label: 'Form', source: writeJson(form) }];
  memory.set(formKey(read.content.formId), read.buttonId);
  return [read.content];
};

const otherVersion = (found: Version): Finding =>
  found === 'v2'
    ? findingOf(
        'warning',
        'reply.version',
        facts.twoVersions,
        'This is an answer of V2 (data), where one of V1 is expected. Hookbench reads what it can.',
        'body /data',
      )
    : findingOf(
        'warning',
        'reply.version',
        facts.twoVersions,
        'This is an answer of V1 (text), where one of V2 is expected. Hookbench reads what it can.',
        'body /text',
      );

const silence = (answer: JsonObject, expected: Version): Finding => {
  const [name, fact] = expected === 'v2' ? (['data', facts.data] as const) : (['text', facts.text] as const);
  return answer['text'] === undefined && answer['data'] === undefined
    ? findingOf(
        'error',
        'reply.text.missing',
        fact,
        `The answer has no ${name}, so there is nothing to show.`,
        `body /${name}`,
      )
    : findingOf(
        'warning',
        'reply.text.empty',
        fact,
        'The answer holds no message: the bot had nothing to say.',
        `body /${name}`,
      );
};
