import { bytesOf } from '#shared/exchange/body.ts';
import { curlOptions, type CurlOption } from '#shared/exchange/curl-options.ts';
import { curlRequest, type CurlParts } from '#shared/exchange/curl-request.ts';
import type { WrittenRequest } from '#shared/exchange/written-request.ts';
import { shellWords, type ShellWord } from '#shared/exchange/shell-words.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

/** Whether a text begins as a `curl` command does, a prompt before it or not. */
export const looksLikeCurl = (text: string): boolean => /^\s*(?:[$%>#]\s+)?curl(?:\.exe)?\s/.test(text);

/**
 * The request that a `curl` command makes, with the headers that curl adds by itself but for its own name. Refuses, with a sentence,
 * what only a shell, a file, a password prompt or a server could fill in. Nothing is run and nothing is sent.
 */
export const readCurl = (text: string): WrittenRequest => {
  if (/\^\s*\n|\^"/.test(text))
    return refuse(
      'This was copied for the Windows command line: copy it as cURL for bash, which keeps every character.',
    );
  const split = shellWords(text.replace(/^\s*[$%>#]\s+/, ''));
  if (!split.ok) return split;
  const [program, ...words] = split.words;
  if (!program || !/^(?:.*\/)?curl(?:\.exe)?$/.test(program.text)) return refuse('This is no curl command.');
  const parts = emptyParts();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) break;
    if (!word.text.startsWith('-') || word.text === '-') parts.urls.push(word.text);
    else {
      const taken = takeOption(word, words[at + 1], parts);
      if (typeof taken === 'string') return refuse(taken);
      at += taken;
    }
  }
  return curlRequest(parts);
};

const refuse = (problem: string): WrittenRequest => ({ ok: false, problem });

const emptyParts = (): CurlParts => ({
  urls: [],
  method: null,
  headers: [],
  pieces: [],
  form: [],
  query: [],
  cookies: [],
  user: null,
  bearer: null,
  isGet: false,
  isHead: false,
  isJson: false,
});

/** How many of the words that follow were used, or one sentence why it cannot be read. */
const takeOption = (word: ShellWord, next: ShellWord | undefined, parts: CurlParts): number | string => {
  if (word.text.startsWith('--')) {
    const option = curlOptions.get(word.text);
    if (option) return applyOption(word.text, option, next, parts, 1);
    return word.text.startsWith('--no-') && curlOptions.has(`--${word.text.slice(5)}`) ? 0 : unknown(word.text);
  }
  for (let at = 1; at < word.text.length; at += 1) {
    const name = `-${word.text.charAt(at)}`;
    const option = curlOptions.get(name);
    if (!option) return unknown(name);
    const rest = word.text.slice(at + 1);
    if (option.takes === 'value' && rest !== '') {
      const glued = { text: rest, bytes: word.bytes.slice(bytesOf(word.text.slice(0, at + 1)).byteLength) };
      return applyOption(name, option, glued, parts, 0);
    }
    const used = applyOption(name, option, next, parts, 1);
    if (typeof used === 'string' || option.takes === 'value') return used;
  }
  return 0;
};

const unknown = (name: string): string =>
  `Hookbench does not know the option ${name.slice(0, 40)} of curl: leave it out if it changes nothing about the request.`;

/** `words`: how many words its value takes. */
const applyOption = (
  name: string,
  { takes, means }: CurlOption,
  value: ShellWord | undefined,
  parts: CurlParts,
  words: number,
): number | string => {
  if (takes === 'nothing') return applyFlag(name, means, parts) ?? 0;
  if (!value) return `The option ${name} needs a value: was all of the command copied?`;
  return applyValue(name, means, value, parts) ?? words;
};

const fromFile = (name: string): string =>
  `The option ${name} reads a file, which is not here: put what the file holds into the command.`;

/** One sentence where it cannot be read, else null. */
const applyFlag = (name: string, means: CurlOption['means'], parts: CurlParts): string | null => {
  if (means === 'get') parts.isGet = true;
  else if (means === 'head') parts.isHead = true;
  else if (means === 'compressed') parts.headers.push('Accept-Encoding: deflate, gzip, br, zstd');
  else if (means === 'file') return fromFile(name);
  else if (means === 'login')
    return `The option ${name} needs a talk with the server: paste the request that it led to.`;
  else if (means === 'several') return 'The command makes several requests (--next): paste one of them.';
  return null;
};

const applyValue = (
  name: string,
  means: CurlOption['means'],
  { text, bytes }: ShellWord,
  parts: CurlParts,
): string | null => {
  switch (means) {
    case 'header':
      if (text.startsWith('@')) return fromFile(name);
      parts.headers.push(text);
      return null;
    case 'data':
    case 'data-binary':
    case 'json':
      if (text.startsWith('@')) return fromFile(name);
      parts.isJson ||= means === 'json';
      parts.pieces.push({ bytes, isGlued: means === 'json' });
      return null;
    case 'data-raw':
      parts.pieces.push({ bytes, isGlued: false });
      return null;
    case 'data-urlencode':
      return addEncoded(name, text, (encoded) => parts.pieces.push({ bytes: bytesOf(encoded), isGlued: false }));
    case 'url-query':
      if (text.startsWith('+')) parts.query.push(text.slice(1));
      else return addEncoded(name, text, (encoded) => parts.query.push(encoded));
      return null;
    case 'form':
    case 'form-string':
      return addField(name, text, means === 'form', parts);
    case 'cookie':
      if (!text.includes('=')) return fromFile(name);
      parts.cookies.push(text);
      return null;
    case 'user':
      if (!text.includes(':'))
        return 'curl would ask for the password: write it behind the name, with a colon between.';
      parts.user = text;
      return null;
    case 'bearer':
      parts.bearer = text;
      return null;
    case 'method':
      parts.method = text;
      return null;
    case 'url':
      parts.urls.push(text);
      return null;
    case 'agent':
      parts.headers.push(`User-Agent: ${text}`);
      return null;
    case 'referer':
      parts.headers.push(`Referer: ${text.replace(/;auto$/, '')}`);
      return null;
    case 'range':
      parts.headers.push(`Range: bytes=${text}`);
      return null;
    case 'file':
      return fromFile(name);
    case 'login':
      return `The option ${name} signs the request in its own way: paste the request that it led to.`;
    case 'get':
    case 'head':
    case 'compressed':
    case 'several':
    case 'nothing':
      return null;
    default:
      return assertNever(means);
  }
};

/** `content`, `=content`, `name=content`; with an @ in the place of the = it is a file. As curl encodes: all but unreserved characters. */
const addEncoded = (name: string, text: string, add: (encoded: string) => void): string | null => {
  const mark = /[=@]/.exec(text);
  if (mark?.[0] === '@') return fromFile(name);
  const field = mark ? text.slice(0, mark.index) : '';
  const content = mark ? text.slice(mark.index + 1) : text;
  const encoded = encodeURIComponent(wellFormed(content)).replaceAll(
    /[!'()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  add(field === '' ? encoded : `${field}=${encoded}`);
  return null;
};

const addField = (name: string, text: string, isSpecial: boolean, parts: CurlParts): string | null => {
  const split = text.indexOf('=');
  if (split < 0) return `The option ${name} needs name=value.`;
  const value = text.slice(split + 1);
  if (isSpecial && /^[@<]/.test(value)) return fromFile(name);
  const type = isSpecial ? /;type=([^;]+)/.exec(value)?.[1]?.trim() : undefined;
  const content = isSpecial ? value.replace(/;(?:type|filename|headers|encoder)=.*$/s, '') : value;
  parts.form.push({ name: text.slice(0, split), value: content, ...(type === undefined ? {} : { type }) });
  return null;
};
