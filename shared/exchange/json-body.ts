import { textOf } from '#shared/exchange/body.ts';
import { mediaTypeOf } from '#shared/exchange/form-body.ts';
import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';
import type { Json } from '#shared/text/json.ts';
import { parseJson } from '#shared/text/parse-json.ts';

/** What is odd about a body that ought to be JSON; `sentence` says it without naming the platform. */
export type BodyOddity = {
  readonly kind: 'compressed' | 'media-type' | 'byte-order-mark' | 'charset' | 'empty' | 'not-json';
  readonly sentence: string;
  readonly at: string;
};

/** A body read as JSON, whatever its Content-Type says. `value` is undefined where it is none: an oddity says why. */
export type JsonBody = { readonly value: Json | undefined; readonly oddities: readonly BodyOddity[] };

/** Reads the body of a message that ought to be JSON (RFC 8259). Refuses nothing: what is odd is told. */
export const readJsonBody = ({ headers, body }: Pick<RawRequest, 'headers' | 'body'>): JsonBody => {
  const encoding = headerValue(headers, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity')
    return {
      value: undefined,
      oddities: [
        {
          kind: 'compressed',
          sentence:
            'The body is compressed, and Hookbench does not unpack it here yet: send it without Content-Encoding.',
          at: 'header content-encoding',
        },
      ],
    };
  const { text, hasBom, problem } = textOf(body, headerValue(headers, 'content-type'));
  const oddities = [...typeOddities(mediaTypeOf({ headers })), ...textOddities(hasBom, problem)];
  const parsed = parseJson(text);
  if (parsed.ok) return { value: parsed.value, oddities };
  const isEmpty = text.trim() === '';
  return {
    value: undefined,
    oddities: [
      ...oddities,
      {
        kind: isEmpty ? 'empty' : 'not-json',
        sentence: isEmpty ? 'The body is empty.' : `The body is not JSON. ${parsed.problem}`,
        at: 'body',
      },
    ],
  };
};

const typeOddities = (type: string): readonly BodyOddity[] => {
  if (type === 'application/json') return [];
  const what = type === '' ? 'There is no Content-Type' : `Content-Type is ${type.slice(0, 80)}, not application/json`;
  return [
    {
      kind: 'media-type',
      sentence: `${what}: send application/json. Hookbench reads the body all the same.`,
      at: 'header content-type',
    },
  ];
};

const textOddities = (hasBom: boolean, problem: string | undefined): readonly BodyOddity[] => [
  ...(hasBom
    ? [
        {
          kind: 'byte-order-mark' as const,
          sentence: 'The body begins with a byte order mark, which JSON does not allow (RFC 8259 §8.1).',
          at: 'body',
        },
      ]
    : []),
  ...(problem === undefined ? [] : [{ kind: 'charset' as const, sentence: problem, at: 'body' }]),
];
