import type { Words } from '#renderer/words/words.ts';
import type { Head } from '#shared/exchange/exchange.ts';
import { headerValue, headerValues, type HeaderLines } from '#shared/exchange/raw-http.ts';

/** Headers that are lists, or that may be told again (RFC 9110 §5.3): to see one twice is nothing odd. */
const lists =
  /^(?:accept(?:-.*)?|access-control-.*|allow|cache-control|connection|content-encoding|content-language|cookie|forwarded|if-none-match|link|pragma|set-cookie|te|trailer|transfer-encoding|upgrade|vary|via|warning|www-authenticate|x-forwarded-for)$/;

/** What is odd about each line of a head, one sentence each. */
export const headerFlags = (
  { headers, bodyBytes, isTruncated }: Pick<Head, 'headers' | 'bodyBytes' | 'isTruncated'>,
  { headers: words, format }: Pick<Words, 'headers' | 'format'>,
): readonly (readonly string[])[] => {
  const { odd } = words;
  const isChunked = headerValue(headers, 'transfer-encoding') !== undefined;
  return headers.map(([name, value]) => {
    const lower = name.toLowerCase();
    const count = headerValues(headers, name).length;
    const isLength = lower === 'content-length';
    const says = [
      count > 1 && !lists.test(lower) && odd.repeated(count),
      value.trim() === '' && odd.empty,
      /[\u0080-\uffff]/.test(value) && odd.notAscii,
      // oxlint-disable-next-line no-control-regex -- RFC 9110 §5.5: they are what a value must not hold.
      /[\u0000-\u0008\u000a-\u001f\u007f]/.test(value) && odd.control,
      name.includes('_') && odd.underscore,
      /\s/.test(name) && odd.spaces,
      isLength && isChunked && odd.bothLengths,
      isLength && !/^\d+$/.test(value.trim()) && odd.notANumber,
      isLength && !isTruncated && isOtherLength(value, bodyBytes, headers) && odd.otherLength(format.bytes(bodyBytes)),
    ];
    return says.filter((each) => each !== false);
  });
};

/** An answer to HEAD tells the length of what it leaves out, and so may a 304: where nothing came, nothing is said. */
const isOtherLength = (value: string, bodyBytes: number, headers: HeaderLines): boolean =>
  bodyBytes > 0 &&
  /^\d+$/.test(value.trim()) &&
  Number(value) !== bodyBytes &&
  headerValue(headers, 'transfer-encoding') === undefined;
