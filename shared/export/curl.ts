import { headerValue, headerValues, type HeaderLines } from '#shared/exchange/raw-http.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import type { Shell } from '#shared/export/export-format.ts';
import { traceName } from '#shared/exchange/trace.ts';
import { writerOfExchanges, type FileWriter } from '#shared/export/file-writer.ts';
import { exactText, originOf, type ExportedExchange } from '#shared/export/exported.ts';

/** Each exchange as a command, with its number and its trace above it. */
export const curlWriter = (shell: Shell): FileWriter =>
  writerOfExchanges({
    begin: () => '',
    exchange: (exported) => {
      const { id, traceId } = exported.exchange.summary;
      return `# Exchange ${String(id)}, trace ${traceName(traceId)}\n${writeCurl(exported, shell)}\n`;
    },
    separator: '\n',
    end: () => '',
  });

/** A body that is larger goes in by another way than an argument: systems bound those (Linux: 128 KiB, Windows: 32 Ki characters for all). */
const longestArgument = { posix: 100_000, powershell: 8000 };

/**
 * The request as a `curl` command that sends the same bytes: same request line, same header lines, same body. curl puts `Host` first and
 * counts `Content-Length` again, at the end: whoever changes the body has nothing else to change. Nothing in it is read by the shell. Leaves out header lines that HTTP does not allow: curl could take them for a file.
 */
export const writeCurl = ({ exchange, requestBody }: ExportedExchange, shell: Shell): string => {
  const { summary, target } = exchange;
  const headers = exchange.request.headers.filter(([name]) => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name));
  const origin = originOf(exchange);
  const isPlain = target.startsWith('/') && /^[\x21\x22\x24-\x7e]*$/.test(target);
  const method = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(summary.method) ? summary.method : 'GET';
  const options: readonly (readonly [name: string, value?: string])[] = [
    ...(method === 'HEAD' ? [['--head'] as const] : [['--request', method] as const]),
    ['--globoff'],
    ['--path-as-is'],
    // Else curl may agree with the server on HTTP/2, in which no header keeps its case.
    ...(origin.startsWith('https:') && exchange.request.httpVersion.startsWith('1.') ? [['--http1.1'] as const] : []),
    ...(isPlain
      ? []
      : [['--request-target', target.replaceAll(/[\s\0]/g, (sign) => encodeURIComponent(sign))] as const]),
    ...headerOptions(headers, requestBody.byteLength > 0 || tellsLength(headers)).map(
      (line) => ['--header', line] as const,
    ),
  ];
  const url = `${origin}${isPlain ? target : '/'}`;
  return shell === 'posix'
    ? posixCommand(options, url, requestBody, headers)
    : powerShellCommand(options, url, requestBody, headers);
};

type Options = readonly (readonly [name: string, value?: string])[];

/** As `-H` takes them: what curl would add by itself is taken away, and what is empty is sent empty. */
const headerOptions = (headers: HeaderLines, sendsData: boolean): readonly string[] => {
  const isGiven = (name: string): boolean => headerValue(headers, name) !== undefined;
  const own = ['Accept', 'User-Agent', ...(sendsData ? ['Content-Type', 'Expect'] : [])].filter(
    (name) => !isGiven(name),
  );
  return [
    ...headers
      .filter(([name]) => name.toLowerCase() !== 'content-length')
      .map(([name, value]) => {
        const line = value.replaceAll(/[\r\n\0]+/g, ' ').trim();
        return line === '' ? `${name};` : `${name}: ${line}`;
      }),
    ...own.map((name) => `${name}:`),
  ];
};

/** Whether an empty body has to be told of. */
const tellsLength = (headers: HeaderLines): boolean => headerValues(headers, 'content-length').length > 0;

/** What no argument can hold, and what a terminal would obey or hide. */
const unseen =
  // eslint-disable-next-line no-control-regex -- control characters are what this is about.
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

const posixCommand = (options: Options, url: string, body: Uint8Array, headers: HeaderLines): string => {
  const text = exactText(body);
  const isArgument = text !== null && !unseen.test(text) && body.byteLength <= longestArgument.posix;
  const data: Options = isArgument
    ? body.byteLength > 0 || tellsLength(headers)
      ? [['--data-raw', text]]
      : []
    : [['--data-binary', '@-']];
  const words = [...options, ...data].map(([name, value]) =>
    value === undefined ? name : `${name} ${posixQuoted(value, name)}`,
  );
  const command = ['curl', ...words, posixQuoted(url, '')].join(' \\\n  ');
  return isArgument ? command : `printf ${posixQuoted(printfFormat(body), '')} | ${command}`;
};

/**
 * In single quotes nothing has a meaning but their own sign (POSIX.1-2024, Shell Command Language §2.2.2). A header holds bytes, one in
 * each character: what is beyond ASCII is made by printf, because the shell would write it in UTF-8.
 */
const posixQuoted = (text: string, option: string): string =>
  option === '--header' && /[\x80-\xff]/.test(text) && !/[^\0-\xff]/.test(text)
    ? `"$(printf ${posixQuoted(printfFormat(Uint8Array.from(text, (each) => each.charCodeAt(0))), '')})"`
    : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** For each byte how printf's format has it (POSIX.1-2024, printf): by its number where it is no plain letter. */
const printfSigns = Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  return /[A-Za-z0-9 {}:,."/_-]/.test(sign) ? sign : `\\${byte.toString(8).padStart(3, '0')}`;
});

/** It must not look like an option. */
const printfFormat = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => printfSigns[byte])
    .join('')
    .replace(/^-/, String.raw`\055`);

/**
 * PowerShell hands arguments with quotation marks over in two ways, by its version: here always in the old one, which `Legacy` asks the
 * new ones for (about_Preference_Variables, PSNativeCommandArgumentPassing). What is not plain ASCII goes through a file: the program
 * would get it in another character set.
 */
const powerShellCommand = (options: Options, url: string, body: Uint8Array, headers: HeaderLines): string => {
  const text = exactText(body);
  const isArgument = text !== null && /^[\x20-\x7e]*$/.test(text) && text.length <= longestArgument.powershell;
  const isFile = !isArgument || (body.byteLength === 0 && tellsLength(headers));
  const data = body.byteLength > 0 && isArgument ? [['--data-raw', text] as const] : [];
  const words = [...options, ...data].map(([name, value]) =>
    value === undefined ? name : `${name} ${powerShellQuoted(value)}`,
  );
  const file = isFile ? ['--data-binary "@$body"'] : [];
  const command = ['curl.exe', ...words, ...file, powerShellQuoted(url)].join(' `\n  ');
  return [
    "$PSNativeCommandArgumentPassing = 'Legacy'",
    ...(isFile
      ? [
          '$body = [IO.Path]::GetTempFileName()',
          `[IO.File]::WriteAllBytes($body, [Convert]::FromBase64String('${encodeBase64(body)}'))`,
        ]
      : []),
    command,
    ...(isFile ? ['Remove-Item $body'] : []),
  ].join('\n');
};

/**
 * In single quotes nothing has a meaning but their own signs, of which PowerShell knows five (about_Quoting_Rules); inside, a quotation
 * mark as the program's own reading of its command line has it (Microsoft C, Parsing C command-line arguments).
 */
const powerShellQuoted = (text: string): string => {
  const escaped = text.replaceAll(/(\\*)"/g, String.raw`$1$1\"`);
  // PowerShell puts what has white space in quotation marks, before which a backslash at the end has to be doubled.
  const whole = /\s/.test(text) ? escaped.replace(/\\+$/, (end) => end + end) : escaped;
  return `'${whole.replaceAll(/['\u2018\u2019\u201a\u201b]/g, (sign) => sign + sign)}'`;
};
