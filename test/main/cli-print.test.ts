import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canOpenBrowser } from '#main/cli/open-browser.ts';
import { contentLines, printable } from '#main/cli/print.ts';
import { maskExchange, maskText } from '#main/cli/mask-exchange.ts';
import { defaultDataFolder } from '#main/io/data-folder.ts';
import type { Exchange } from '#shared/exchange/exchange.ts';
import type { Content } from '#shared/exchange/message.ts';
import { unchecked } from '#shared/trust/verdict.ts';

describe('what a terminal is sent', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
    ['\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
    ['\u009b31m', '\\u009b31m'],
    ['over\rwritten\b', 'over\\u000dwritten\\u0008'],
    ['\u202eevil\u2066', '\\u202eevil\\u2066'],
    ['\ud800', '\\ud800'],
    ['two\n\tlines, ü 𝄞 👍', 'two\n\tlines, ü 𝄞 👍'],
  ])('%j is printed as what it is', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('holds no control character and no bidi control, whatever the bot says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(forbidden);
      }),
    );
  });

  test('is still the same JSON when it was JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const json = JSON.stringify({ value, text });
        expect(JSON.parse(printable(json))).toEqual(JSON.parse(json));
      }),
    );
  });
});

const forbidden = /[^\P{Cc}\n\t]|\p{Bidi_Control}|\p{Cs}/u;

describe('a message in a terminal', () => {
  const buttons = [{ title: 'Balance', action: { kind: 'postback', payload: 'b' } as const }];
  const contents: readonly (readonly [Content, readonly string[]])[] = [
    [{ kind: 'text', text: 'one\ntwo' }, ['one', 'two']],
    [{ kind: 'buttons', text: 'Choose', buttons }, ['Choose', '  [Balance]']],
    [{ kind: 'quick-replies', text: 'Choose', replies: [{ title: 'Yes', payload: 'y' }] }, ['Choose', '  (Yes)']],
    [{ kind: 'carousel', cards: [{ title: 'Card', subtitle: 'small', buttons }] }, ['* Card - small', '    [Balance]']],
    [{ kind: 'list', cards: [{ title: 'Row', buttons: [] }], buttons }, ['* Row', '  [Balance]']],
    [{ kind: 'media', media: 'image', url: 'https://x.example/a.png' }, ['image: https://x.example/a.png']],
    [{ kind: 'table', text: 'T', columns: ['a', 'b'], rows: [['1', '2']] }, ['T', 'a | b', '1 | 2']],
    [{ kind: 'event', name: 'Task ended', detail: 'Fulfilled' }, ['(Task ended: Fulfilled)']],
    [{ kind: 'unknown', label: 'Template', source: '{"a":1}' }, ['Template: {"a":1}']],
  ];
  test.each(contents)('%j is readable', (content, lines) => {
    expect(contentLines(content)).toEqual(lines);
  });
});

describe('what is masked', () => {
  const header = 'eyJhbGciOiJIUzI1NiJ9';
  const claims = 'eyJzdWIiOiIxIn0';
  const token = `${header}.${claims}.Qm3x-signature_part`;
  const exchange: Exchange = {
    summary: {
      id: 1,
      openedAt: 0,
      direction: 'outbound',
      channelId: 'c',
      end: 'app',
      conversationId: null,
      method: 'POST',
      origin: 'http://127.0.0.1:1',
      target: '/x',
      remote: '',
      twinId: null,
      traceId: 1,
      replayOf: null,
      outcome: { state: 'pending' },
      duration: null,
      requestBytes: 0,
      responseBytes: null,
      verdict: 'unchecked',
      note: '',
      defect: '',
      rule: '',
      findingCounts: { error: 0, warning: 0, info: 0 },
    },
    target: `/x?token=${token}&key=pass%20word`,
    request: {
      httpVersion: '1.1',
      headers: [
        ['Authorization', `bearer ${token}`],
        ['authorization', 'Basic dTpw'],
        ['X-Access-Key', 'k-12345'],
        ['Content-Type', 'application/json'],
        ['X-Note', 'say pass word'],
      ],
      bodyBytes: 0,
      isTruncated: false,
    },
    response: null,
    phases: [],
    findings: [],
    verdict: unchecked('Nobody looked.'),
  };

  test('is the signature of each token, each credential, and each secret wherever it stands', () => {
    const shown = maskExchange(exchange, ['pass word', 'with "quotes"']);
    const text = JSON.stringify(shown);
    for (const secret of ['Qm3x', 'dTpw', 'k-12345', 'pass word', 'pass%20word']) expect(text).not.toContain(secret);
    expect(shown.request.headers[0]?.[1]).toMatch(new RegExp(`^bearer ${header}\\.${claims}\\.\u2022+$`));
    expect(shown.request.headers[1]?.[1]).toMatch(/^Basic \u2022+$/);
    expect(shown.request.headers[3]).toEqual(['Content-Type', 'application/json']);
  });

  test('is a secret with quotes in it, inside JSON as well', () => {
    const body = JSON.stringify({ verifyToken: 'with "quotes"' });
    expect(maskText(body, ['with "quotes"'])).not.toContain('quotes');
  });
});

const at = (platform: string, env: Readonly<Record<string, string>> = {}): string =>
  defaultDataFolder({ platform, env, home: '/home/someone' });

describe('the data folder', () => {
  test.each([
    ['linux', {}, '/home/someone/.config/Hookbench'],
    ['linux', { XDG_CONFIG_HOME: '/elsewhere' }, '/elsewhere/Hookbench'],
    ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/someone/.config/Hookbench'],
    ['darwin', {}, '/home/someone/Library/Application Support/Hookbench'],
    ['win32', { APPDATA: '/appdata' }, '/appdata/Hookbench'],
    ['linux', { HOOKBENCH_DATA: '/mine' }, '/mine'],
  ])('on %s with %j is %s', (platform, env, folder) => {
    expect(at(platform, env)).toBe(join(folder));
  });

  test('named by a relative path is below the current folder', () => {
    expect(at('linux', { HOOKBENCH_DATA: 'mine' })).toBe(resolve('mine'));
  });
});

describe('a browser is opened', () => {
  const desktop = { platform: 'linux', env: { DISPLAY: ':0' }, stdout: { isTTY: true } };
  test.each([
    [desktop, true],
    [{ ...desktop, platform: 'darwin', env: {} }, true],
    [{ ...desktop, env: {} }, false],
    [{ ...desktop, stdout: {} }, false],
    [{ ...desktop, env: { DISPLAY: ':0', SSH_CONNECTION: 'x' } }, false],
    [{ ...desktop, env: { DISPLAY: ':0', CI: 'true' } }, false],
  ])('only in front of a person: %j %s', (surroundings, opens) => {
    expect(canOpenBrowser(surroundings)).toBe(opens);
  });
});
