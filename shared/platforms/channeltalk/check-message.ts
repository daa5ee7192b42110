import type { Fact } from '#shared/platforms/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';
import { facts } from './facts.ts';
import { readMarkup } from './markup.ts';
import { listIn, textIn } from './wire.ts';

/** What Channel Talk would not take in a message, as a sentence without its full stop. */
export type MessageProblem = {
  readonly rule: string;
  readonly fact: Fact;
  readonly problem: string;
  readonly at: string;
};

export const messageOptions: ReadonlySet<string> = new Set([
  'actAsManager',
  'displayAsChannel',
  'doNotPost',
  'doNotSearch',
  'doNotSendApp',
  'doNotUpdateDesk',
  'immutable',
  'private',
  'silent',
  'silentToManager',
  'silentToUser',
  'alertToWriter',
]);

const deepest = 20;

const blockProblems = (block: Json, at: string, depth: number): readonly MessageProblem[] => {
  if (!isJsonObject(block)) return [{ rule: 'block', fact: facts.blocks, problem: 'a block is no JSON object', at }];
  const value = block['value'];
  switch (textIn(block['type'])) {
    case 'text': {
      if (typeof value !== 'string')
        return [{ rule: 'block', fact: facts.blocks, problem: 'a block of text has no text as its value', at }];
      const markup = readMarkup(value);
      return markup.ok
        ? []
        : [
            {
              rule: 'markup',
              fact: facts.markup,
              problem: `its markup is broken, ${markup.problem}; write &lt; and &gt; for angle brackets`,
              at: `${at}/value`,
            },
          ];
    }
    case 'code':
      return typeof value === 'string'
        ? []
        : [{ rule: 'block', fact: facts.blocks, problem: 'a block of code has no text as its value', at }];
    case 'bullets':
      if (depth >= deepest)
        return [{ rule: 'block', fact: facts.blocks, problem: 'its bullets are nested too deeply', at }];
      return listIn(block['blocks']).flatMap((each, index) => blockProblems(each, `${at}/blocks/${index}`, depth + 1));
    default:
      return [
        {
          rule: 'block',
          fact: facts.blocks,
          problem: `a block has a type that is not text, code or bullets`,
          at: `${at}/type`,
        },
      ];
  }
};

const buttonProblems = (buttons: Json | undefined): readonly MessageProblem[] => {
  if (buttons === undefined || buttons === null) return [];
  const at = '/buttons';
  const found = listIn(buttons);
  if (found.length === 0 || found.length > 2)
    return [
      { rule: 'buttons', fact: facts.buttons, problem: `it has ${found.length} buttons, where one or two go`, at },
    ];
  return found.flatMap((each, index) =>
    isJsonObject(each) &&
    typeof each['title'] === 'string' &&
    (isJsonObject(each['action']) || typeof each['url'] === 'string')
      ? []
      : [
          {
            rule: 'buttons',
            fact: facts.buttons,
            problem: 'a button has no title, or neither action nor url',
            at: `${at}/${index}`,
          },
        ],
  );
};

const optionProblems = (options: Json | undefined): readonly MessageProblem[] => {
  const unknown = listIn(options).find((each) => typeof each !== 'string' || !messageOptions.has(each));
  return unknown === undefined
    ? []
    : [{ rule: 'options', fact: facts.options, problem: 'it has an option that is not known', at: '/options' }];
};

const wordProblems = (body: JsonObject): readonly MessageProblem[] => {
  const { blocks } = body;
  const isSaid = ['plainText', 'files', 'webPage', 'form'].some((each) => {
    const value = body[each];
    return value !== undefined && value !== null && value !== '';
  });
  if (blocks === undefined || blocks === null)
    return isSaid ? [] : [{ rule: 'blocks.missing', fact: facts.blocks, problem: 'it has no blocks', at: '/blocks' }];
  if (!Array.isArray(blocks))
    return [{ rule: 'blocks.list', fact: facts.blocks, problem: 'its blocks are no list', at: '/blocks' }];
  if (blocks.length === 0 && !isSaid)
    return [{ rule: 'blocks.empty', fact: facts.blocks, problem: 'its blocks are an empty list', at: '/blocks' }];
  return listIn(blocks).flatMap((each, index) => blockProblems(each, `/blocks/${index}`, 0));
};

/** Everything in a message to be written that Channel Talk would not take, in the order of the body. Places are JSON Pointers (RFC 6901). */
export const problemsOfMessage = (body: JsonObject): readonly MessageProblem[] => [
  ...wordProblems(body),
  ...buttonProblems(body['buttons']),
  ...(listIn(body['files']).length > 20
    ? [{ rule: 'files', fact: facts.files, problem: 'it has more than 20 files', at: '/files' }]
    : []),
  ...optionProblems(body['options']),
];
