import { mask } from '#shared/channel/redact.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import type { HeaderLines } from '#shared/exchange/raw-http.ts';
import { privateKindOf } from '#shared/export/personal-field.ts';
import { bearerToken } from '#shared/trust/jwt.ts';

/** Shorter ones would only garble what is shown; longer ones are no credentials. */
const shortest = 4;
const longest = 4000;
const most = 50;

/** A field of JSON, also where it is quoted in a string; and one of a form or a query. */
const jsonField = /"([\w.-]{2,40})\\{0,16}"\s{0,8}:\s{0,8}\\{0,16}"([^"\\]{4,4000})/g;
const formField = /(?<![^\s&?;])([\w.-]{2,40})=([^\s&#"]{4,4000})/g;
/** The third part of a token (RFC 7515 §3.1): without it the others let nobody in. */
const signature = /(?<![\w-])ey[\w-]{5,8000}\.[\w-]{0,8000}\.([\w-]{8,4000})/g;

/** The credentials that stand in a text under the names that such have, and the signatures of tokens. */
export const credentialsIn = (text: string): readonly string[] => {
  const named = [...text.matchAll(jsonField), ...text.matchAll(formField)].flatMap(([, name = '', value = '']) =>
    privateKindOf(name) === 'secret' ? [secretOf(value)] : [],
  );
  return told([...named, ...Array.from(text.matchAll(signature), ([, signed = '']) => signed)]);
};

/** The credentials in a header line. */
export const credentialsOfHeader = ([name, value]: HeaderLines[number]): readonly string[] =>
  told(privateKindOf(name) === 'secret' ? [secretOf(value)] : credentialsIn(value));

/** The credentials in the address and the headers of an exchange. */
export const credentialsOf = ({ summary, target, request, response }: Exchange): readonly string[] =>
  told([
    ...hiddenIn(summary.target, target),
    ...credentialsIn(target),
    ...fromHeaders(request.headers),
    ...fromHeaders(response?.headers ?? []),
  ]);

const told = (secrets: readonly string[]): readonly string[] =>
  [...new Set(secrets)].filter(({ length }) => length >= shortest && length <= longest).slice(0, most);

const fromHeaders = (headers: HeaderLines): readonly string[] => headers.flatMap(credentialsOfHeader);

/** What is secret of a value: not the scheme in front of it, and of a token only what proves it. */
const secretOf = (value: string): string => {
  const bare =
    /^(?:basic|bearer|token|digest)\s+(\S.*)$/i.exec(value.trim())?.[1] ?? bearerToken(value) ?? value.trim();
  return /^ey[\w-]+\.[\w-]*\.([\w-]+)$/.exec(bare)?.[1] ?? bare;
};

/** What stands in the address where the harness put its mask. */
const hiddenIn = (masked: string, target: string): readonly string[] => {
  if (!masked.includes(mask)) return [];
  const parts = masked.split(mask).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('([^/?&#]+)')}`).exec(target)?.slice(1) ?? [];
};
