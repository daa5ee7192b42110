import type { Finding } from '#shared/exchange/finding.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { defectRule } from '#shared/platforms/defect.ts';
import { isJsonObject, type JsonObject } from '#shared/text/json.ts';
import { facts, findingOf } from './facts.ts';

/** An interaction that no bot has: ids are given upwards, and are far from this one. */
export const unknownModule = '999999999';

const withCard = (answer: JsonObject, card: JsonObject): JsonObject => ({
  ...answer,
  cards: [...(Array.isArray(answer['cards']) ? answer['cards'] : []), card],
});

const withoutFirst = ({ value: _value, ...card }: JsonObject): JsonObject => card;

type Breaking = { readonly id: string; readonly sentence: string; readonly breaks: (answer: JsonObject) => JsonObject };

const breakings: readonly Breaking[] = [
  {
    id: 'answer.unknown-module',
    sentence: 'A card was added whose button leads to an interaction that does not exist.',
    breaks: (answer) =>
      withCard(answer, {
        type: 'text',
        value: 'Go on here',
        buttons: [{ type: 'module', value: unknownModule, name: 'Go on' }],
      }),
  },
  {
    id: 'answer.card-without-value',
    sentence: 'The first card lost its value; where there was none, one without a value was added.',
    breaks: (answer) => {
      const cards = Array.isArray(answer['cards']) ? answer['cards'] : [];
      const [first, ...rest] = cards;
      return isJsonObject(first)
        ? { ...answer, cards: [withoutFirst(first), ...rest] }
        : withCard(answer, { type: 'text' });
    },
  },
  {
    id: 'answer.cards-only',
    sentence: 'message was left out, and a card stands alone.',
    breaks: ({ message, ...answer }) =>
      Array.isArray(answer['cards'])
        ? answer
        : withCard(answer, { type: 'text', value: message ?? 'A card without a message' }),
  },
  { id: 'answer.empty-message', sentence: 'message was emptied.', breaks: (answer) => ({ ...answer, message: '' }) },
];

/** The answer with every defect that is switched on, and a finding for each. */
export const breakAnswer = (
  answer: JsonObject,
  { defects }: Pick<PlatformContext, 'defects'>,
): { readonly body: JsonObject; readonly findings: readonly Finding[] } => {
  const active = breakings.filter(({ id }) => defects.has(id));
  return {
    body: active.reduce((whole, { breaks }) => breaks(whole), answer),
    findings: active.map(({ id, sentence }) => ({
      ...findingOf('info', id, facts.messageRequired, sentence, 'response body'),
      rule: `${defectRule}${id}`,
    })),
  };
};
