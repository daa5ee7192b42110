import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '#shared/exchange/body.ts';
import { readCurl } from '#shared/exchange/curl.ts';
import { curlWriter, writeCurl } from '#shared/export/curl.ts';
import { readImport } from '#shared/export/import-file.ts';
import { wellFormed } from '#shared/text/well-formed.ts';
import { legacyArguments } from './powershell-arguments.ts';
import { exchangeOf } from './exchanges.ts';
import { writtenFile } from './written.ts';

/** Without a home: bash reads what lies there when it takes its input for that of a remote shell. */
const surroundings = { HOME: '/nonexistent', LC_ALL: 'C', NO_PROXY: '*', PATH: process.env['PATH'] };

/** What a program called curl would get from this shell: its arguments, and what is piped to it. */
const givenBy = (shell: string, command: string): { readonly args: readonly string[]; readonly piped: Buffer } => {
  const script = `curl() { printf '%s\\0' "$@"; printf 'END\\0'; cat; }\n${command}`;
  const { stdout, stderr } = spawnSync(shell, ['-c', script], {
    input: '',
    env: surroundings,
  });
  expect(stderr.toString()).toBe('');
  const end = stdout.indexOf('\0END\0');
  return { args: stdout.subarray(0, end).toString('utf8').split('\0'), piped: stdout.subarray(end + 5) };
};

const behind = (args: readonly string[], name: string): readonly string[] =>
  args.flatMap((each, index) => (args[index - 1] === name ? [each] : []));

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }).map(wellFormed),
  fc
    .array(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '$(id)',
        '`id`',
        '$HOME',
        '\n',
        '\r',
        '!',
        '%s',
        '\0',
        '{',
        '@',
        '&',
        ';',
        'é',
        '\u2019',
        ' ',
      ),
    )
    .map((parts) => parts.join('')),
);

describe.each(['sh', 'bash'])('a curl command that %s reads', (shell) => {
  test('has the body to the byte, and runs nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile.map((text) => bytesOf(text)),
          fc.uint8Array(),
        ),
        (body) => {
          const { args, piped } = givenBy(shell, writeCurl(exchangeOf({ body }), 'posix'));
          const sent = args.includes('@-') ? piped : Buffer.from(behind(args, '--data-raw')[0] ?? '');
          expect(sent.equals(Buffer.from(body))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('has every header and the address as they were', () => {
    const line = fc.string({ unit: 'grapheme-ascii' }).filter((text) => text.trim() === text && text !== '');
    fc.assert(
      fc.property(line, fc.stringMatching(/^\/[!-~]{0,20}$/), (value, target) => {
        const headers = [['X-Given', value] as const];
        const { args } = givenBy(shell, writeCurl(exchangeOf({ headers, target }), 'posix'));
        expect(behind(args, '--header')[0]).toBe(`X-Given: ${value}`);
        expect(behind(args, '--request-target')[0] ?? args.at(-1)?.replace('http://bot.example.com', '')).toBe(target);
      }),
      { numRuns: 60 },
    );
  });
});

test('what is exported as curl can be read again', () => {
  const headers = [
    ['Host', 'bot.example.com'],
    ['Content-Type', 'application/json'],
  ] as const;
  const read = readCurl(writeCurl(exchangeOf({ headers, body: `{"it's":"$x"}` }), 'posix'));
  expect(read).toMatchObject({
    ok: true,
    origin: 'http://bot.example.com',
    request: { method: 'POST', target: '/hook' },
  });
});

describe('a curl command for PowerShell', () => {
  test('gives the program the body, the headers and the address as they were', () => {
    const line = fc
      .oneof(
        fc.string({ unit: 'grapheme-ascii' }),
        fc.array(fc.constantFrom('\\', '"', "'", ' ', '$x', '`', 'a', '\\\\"')).map((parts) => parts.join('')),
      )
      .filter((text) => text.trim() === text && text !== '');
    fc.assert(
      fc.property(line, line, (value, body) => {
        const headers = [['X-Given', value] as const];
        const args = legacyArguments(writeCurl(exchangeOf({ headers, body }), 'powershell'));
        expect(behind(args, '--header')[0]).toBe(`X-Given: ${value}`);
        expect(behind(args, '--data-raw')).toEqual([body]);
        expect(args.at(-1)).toBe('http://bot.example.com/hook');
      }),
    );
  });

  test('takes what is not plain ASCII from a file that it makes and removes', () => {
    const command = writeCurl(exchangeOf({ body: 'é\n' }), 'powershell');
    expect(command).toContain("[Convert]::FromBase64String('w6kK')");
    expect(command).toContain('--data-binary "@$body"');
    expect(command.split('\n').at(-1)).toBe('Remove-Item $body');
  });

  test('knows every sign that PowerShell takes for a quotation mark', () => {
    const headers = [['X', 'a\u2018; calc; \u2019b\u201a\u201b']] as const;
    expect(writeCurl(exchangeOf({ headers }), 'powershell')).toContain(
      "'X: a\u2018\u2018; calc; \u2019\u2019b\u201a\u201a\u201b\u201b'",
    );
  });
});

test('a header that HTTP does not allow, and curl would take for a file, is left out', () => {
  const headers = [
    ['@/etc/passwd', ''],
    ['X', 'one\r\ntwo'],
  ] as const;
  const command = writeCurl(exchangeOf({ headers }), 'posix');
  expect(command).not.toContain('passwd');
  expect(command).toContain("--header 'X: one two'");
});

describe('a file of commands', () => {
  const fileOf = (...bodies: readonly (string | Uint8Array)[]): string => {
    const exchanges = bodies.map((body, index) => exchangeOf({ id: index + 1, target: `/x/${String(index)}`, body }));
    return writtenFile(() => curlWriter('posix'), { exchanges }).text;
  };

  test('is imported as a whole, whatever stands in the bodies', () => {
    const bodies = ['{"a":"it\'s"}', '', '# no comment\ncurl http://a.example', '$HOME `id`'];
    const read = readImport(fileOf(...bodies));
    expect(read).toMatchObject({
      ok: true,
      kind: 'curl',
      exchanges: bodies.map((body, index) => ({
        origin: 'http://bot.example.com',
        request: { method: 'POST', target: `/x/${String(index)}`, body: bytesOf(body) },
      })),
    });
  });

  test('of which one cannot be read is refused with its number', () => {
    expect(readImport(fileOf('hi', Buffer.of(0, 255)))).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^Command 2 of the file: printf makes its body/),
    });
    expect(readImport(fileOf(Buffer.of(0, 255)))).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^printf/),
    });
    expect(readImport(fileOf('x\n# Exchange 9, trace t9\ncurl http://a.example'))).toMatchObject({ ok: false });
  });
});
