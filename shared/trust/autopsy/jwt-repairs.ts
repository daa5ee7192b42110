import { bytesOf } from '#shared/exchange/body.ts';
import { encodeBase64Url } from '#shared/text/base64.ts';
import type { CauseCode } from '#shared/trust/autopsy/causes.ts';

/** Something that went wrong with the text of a header, and how it would be without. */
export type Repair = {
  readonly code: CauseCode;
  readonly because: string;
  readonly fix: string;
  /** The header value repaired, in as many ways as there may be; none where it does not apply. */
  readonly apply: (value: string, scheme: string) => readonly string[];
};

const quotes = '["\'`\u00b4\u2018-\u201f\u00ab\u00bb\\\\]|&quot;|&#3[49];|&apos;';
const invisible = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** Every white space but the byte order mark, which has no width; and a line break or tab that was escaped. */
const space = '(?:[^\\S\\ufeff]|\\\\[nrt])+';

/** Where a token begins: a header is a JSON object, `{"` or `{` and white space, so it begins with ey or ew. */
const tokenStart = /^["'`\u2018-\u201f<[({]*(?:ey|ew)[\w+/=%-]/i;

const escaped = (word: string): string => word.replaceAll(/[^\w]/g, String.raw`\$&`);

/** The text behind the scheme, where that is the right one, as it may be parted from it. */
const behind = (value: string, scheme: string): RegExpExecArray | null =>
  new RegExp(`^(\\s*${escaped(scheme)})(?:${space}|(?=[<["']))(.*)$`, 'is').exec(value);

/** Applies a change to the token and leaves the scheme before it alone. */
const onToken =
  (change: (token: string) => readonly string[]): Repair['apply'] =>
  (value, scheme) => {
    if (scheme === '') return change(value.trim());
    const found = behind(value, scheme);
    return change((found?.[2] ?? value).trim()).map((token) => (found ? `${scheme} ${token}` : token));
  };

const decodePercent = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const eachPart = (token: string, change: (part: string) => string): string => token.split('.').map(change).join('.');

/** Before these the token is looked for in the right header; the scheme is what a platform reads first. */
const schemeRepairs: readonly Repair[] = [
  {
    code: 'jwt.scheme.missing',
    because: 'The header holds the token without the word bearer before it.',
    fix: 'Write bearer and a space before the token.',
    apply: (value, scheme) => (scheme !== '' && tokenStart.test(value.trim()) ? [`${scheme} ${value.trim()}`] : []),
  },
  {
    code: 'jwt.scheme.doubled',
    because: 'The word bearer stands twice before the token.',
    fix: 'Write bearer once: many clients put it there by themselves.',
    apply: (value, scheme) => {
      if (scheme === '') return [];
      const word = escaped(scheme);
      const found = new RegExp(`^\\s*(?:${word}[\\s:=,]+){2,}(\\S.*)$`, 'is').exec(value);
      return found ? [`${scheme} ${found[1] ?? ''}`] : [];
    },
  },
  {
    code: 'jwt.scheme.misspelt',
    because: 'The scheme of the header is not the word bearer and a space.',
    fix: 'Write bearer, one space and the token.',
    apply: (value, scheme) => {
      if (scheme === '') return [];
      const word = escaped(scheme);
      if (tokenStart.test(value.trim())) return [];
      const glued = new RegExp(`^\\s*${word}[-_.:=,/+]*((?:ey|ew)\\S.*)$`, 'is').exec(value)?.[1];
      const marked = new RegExp(`^\\s*${word}\\s*[:=,;]\\s*(\\S.*)$`, 'is').exec(value)?.[1];
      const other = /^\s*(\S+?)[\s:=,]+(\S.*)$/s.exec(value);
      const isOther = other !== null && other[1]?.toLowerCase() !== scheme.toLowerCase();
      const named = /^\s*token\s*(?:token|jwt)\s*=\s*"?([^"]+)"?$/i.exec(value)?.[1];
      return [named, glued, marked, isOther ? other[2] : undefined].flatMap((rest) =>
        rest === undefined ? [] : [`${scheme} ${rest}`],
      );
    },
  },
];

/** As most libraries write them. */
const usualHeaders: readonly string[] = ['HS256', 'HS512', 'RS256', 'RS512'].flatMap((alg) =>
  [{ alg, typ: 'JWT' }, { typ: 'JWT', alg }, { alg }].map((header) => encodeBase64Url(bytesOf(JSON.stringify(header)))),
);

/** For a header that takes the token alone. */
const bareRepair: Repair = {
  code: 'jwt.scheme.misspelt',
  because: 'A word stands before the token, and this header takes the token alone.',
  fix: 'Send the token without bearer or another word before it.',
  apply: (value, scheme) => {
    const rest = scheme === '' ? /^\s*(?:bearer|jwt|token)[\s:=]+(\S.*)$/is.exec(value)?.[1] : undefined;
    return rest === undefined ? [] : [rest];
  },
};

/** What happens to a token on its way through files, shells, forms and editors. */
const formRepairs: readonly Repair[] = [
  {
    code: 'jwt.form.zero-width',
    because: 'There are characters without width in the header: nobody sees them, and they are not part of a token.',
    fix: 'Copy the token again from where it was made, as plain text.',
    apply: (value) => (value.search(invisible) < 0 ? [] : [value.replaceAll(invisible, '')]),
  },
  {
    code: 'jwt.form.quoted',
    because: 'The token stands in quotes, and they are sent along.',
    fix: 'Leave the quotes away: a header needs none.',
    apply: (value, scheme) => {
      const start = new RegExp(`^(\\s*)(?:${quotes})+`);
      const end = new RegExp(`(?:${quotes})+(\\s*)$`);
      const bare = value.replace(start, '$1').replace(end, '$1');
      const found = scheme === '' ? null : behind(bare, scheme);
      const inner = found ? `${scheme} ${(found[2] ?? '').replace(start, '').replace(end, '')}` : bare;
      return inner === value || (found && inner === `${scheme} ${found[2] ?? ''}` && bare === value) ? [] : [inner];
    },
  },
  {
    code: 'jwt.form.url-encoded',
    because: 'The header is URL-encoded: there are percent signs where a token has none.',
    fix: 'Send the token as it is: a header is not URL-encoded.',
    apply: (value) => {
      const once = decodePercent(value);
      const twice = decodePercent(once);
      return [once, twice].filter((each, at, all) => each !== (at === 0 ? value : all[0]));
    },
  },
  {
    code: 'jwt.form.white-space',
    because: 'There is white space in the token.',
    fix: 'Send the token in one piece: look for line breaks and tabs where it was copied or wrapped.',
    apply: (value, scheme) => {
      const white = new RegExp(space, 'g');
      return onToken((token) => {
        const clean = token.replaceAll(white, '');
        const plus = token.replaceAll(' ', '+');
        return clean === token && `${scheme} ${token}`.trim() === value.trim()
          ? []
          : [clean, ...(plus === token ? [] : [plus])];
      })(value, scheme);
    },
  },
  {
    code: 'jwt.form.extra',
    because: 'There is something before or behind the token that is not part of it.',
    fix: 'Send the token alone, without brackets, names or punctuation around it.',
    apply: onToken((token) => {
      const clean = token
        .replace(/^\$?[<{([]+\s*/, '')
        .replace(/^[\w-]+\s*[=:]\s*(?=["']?e[yw])/i, '')
        .replace(/\s*[>})\],;:.&#|]+$/, '');
      const inside = /(?<![\w.=%+/-])e[yw][\w-]{8,}\.[\w-]+\.[\w-]*(?![\w.=%+/-])/.exec(token)?.[0] ?? token;
      return [clean, inside].filter((each, at, all) => each !== token && all.indexOf(each) === at);
    }),
  },
  {
    code: 'jwt.form.base64',
    because: 'The token is written in base64, not in base64url.',
    fix: 'Encode all three parts as base64url: - for +, _ for /, and no = at the end.',
    apply: onToken((token) =>
      /[+/]/.test(token)
        ? [eachPart(token.replaceAll('+', '-').replaceAll('/', '_'), (part) => part.replace(/=+$/, ''))]
        : [],
    ),
  },
  {
    code: 'jwt.form.padded',
    because: 'The token is padded with =.',
    fix: 'Leave out the = at the end of each part: base64url in a token has no padding (RFC 7515 §2).',
    apply: onToken((token) => (token.includes('=') ? [eachPart(token, (part) => part.replace(/=+$/, ''))] : [])),
  },
  {
    code: 'jwt.form.truncated',
    because: 'The beginning of the token is missing.',
    fix: 'Copy the whole token: it begins with ey.',
    apply: onToken((token) => {
      const header = token.split('.', 1)[0] ?? '';
      return usualHeaders
        .filter((usual) => header.length > 3 && usual.length > header.length && usual.endsWith(header))
        .map((usual) => `${usual}${token.slice(header.length)}`);
    }),
  },
];

/** In the order in which a platform would stumble over them. */
export const repairs: readonly Repair[] = [...schemeRepairs, bareRepair, ...formRepairs];
