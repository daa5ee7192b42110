// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '#shared/exchange/message.ts';
import type { ExportedConversation } from '#shared/export/exported.ts';
import { htmlWriter } from '#shared/export/transcript-html.ts';
import { markdownWriter } from '#shared/export/transcript-markdown.ts';
import { conversationOf } from './exchanges.ts';
import { writtenFile } from './written.ts';

const transcriptHtml = (conversations: readonly ExportedConversation[]): string =>
  writtenFile(htmlWriter, { conversations }).text;
const transcriptMarkdown = (conversations: readonly ExportedConversation[]): string =>
  writtenFile(markdownWriter, { conversations }).text;

/** One of every kind, each with this text wherever it has one. */
const everyKind = (text: string, url = text): readonly Content[] => [
  { kind: 'text', text },
  { kind: 'buttons', text, buttons: [{ title: text, action: { kind: 'url', url } }] },
  { kind: 'quick-replies', text, replies: [{ title: text, payload: text }] },
  { kind: 'carousel', cards: [{ title: text, subtitle: text, url, buttons: [] }] },
  { kind: 'list', cards: [], buttons: [{ title: text, action: { kind: 'postback', payload: text } }] },
  { kind: 'media', media: 'image', url, title: text },
  { kind: 'table', text, columns: [text], rows: [[text]] },
  {
    kind: 'form',
    formId: 'f',
    title: text,
    fields: [{ id: 'a', label: text, type: 'text', isRequired: false }],
    submit: text,
  },
  { kind: 'event', name: text, detail: text },
  { kind: 'unknown', label: text, source: text },
];

const hostile = [
  '<script>top.hit = 1</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' onclick='alert(1)",
  'javascript:alert(1)',
  '</style></title></section><iframe srcdoc=x>',
  '&lt;b&gt;',
];

describe('a transcript as HTML', () => {
  test.each(hostile)('shows %s as text, and runs, loads and links nothing', (text) => {
    const page = pageOf(everyKind(text));
    expect(page.querySelectorAll('script, img, svg, iframe, object, embed, form, link, base')).toHaveLength(0);
    const attributes = Array.from(page.querySelectorAll('*')).flatMap((each) => each.getAttributeNames());
    expect(attributes.filter((each) => each.startsWith('on'))).toEqual([]);
    expect(page.querySelectorAll('a')).toHaveLength(0);
    expect(page.querySelector('li p')?.textContent).toBe(text);
    expect(page.querySelector('pre')?.textContent).toBe(text);
  });

  test('links to http(s) only, and tells nobody where from', () => {
    const page = pageOf(everyKind('there', 'https://a.example/?x="y"&z'));
    const links = Array.from(page.querySelectorAll('a'));
    expect(links.map((each) => each.getAttribute('href'))).toEqual(
      Array.from({ length: 3 }, () => 'https://a.example/?x="y"&z'),
    );
    expect(links.every((each) => each.getAttribute('rel') === 'noreferrer noopener')).toBe(true);
  });

  test('has a policy that forbids everything but its own style', () => {
    const policy = pageOf([]).querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
  });

  test('shows signs that would reorder what stands around them by their number', () => {
    expect(transcriptHtml([conversationOf({ kind: 'text', text: 'a\u202eb\u2066c' })])).toContain('aU+202EbU+2066c');
  });
});

const pageOf = (contents: readonly Content[]): Document =>
  new DOMParser().parseFromString(transcriptHtml([conversationOf(...contents)]), 'text/html');

describe('a transcript as Markdown', () => {
  test('has who said what and when', () => {
    const conversation = conversationOf(
      { kind: 'text', text: 'Hello.\n1. one' },
      { kind: 'quick-replies', text: 'Which?', replies: [{ title: 'This', payload: 'x' }] },
    );
    expect(transcriptMarkdown([conversation])).toBe(
      [
        '# Demo: u-1',
        'Began 1970-01-01T00:00:00.000Z, 2 messages.',
        '**bot** · 1970-01-01T00:00:00.000Z · t1',
        'Hello.\\\n1\\. one',
        '**bot** · 1970-01-01T00:00:01.000Z · t1',
        'Which?',
        '- (This)\n',
      ].join('\n\n'),
    );
  });

  test('has no markup but its own, whatever was said', () => {
    const text = fc
      .array(
        fc.constantFrom(
          '*',
          '_',
          '`',
          '[',
          ']',
          '(',
          ')',
          '<',
          '>',
          '#',
          '!',
          '|',
          '~',
          '&',
          '\\',
          '- ',
          'x',
          ' ',
          '\n',
        ),
      )
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, (said) => {
        const body = transcriptMarkdown([conversationOf({ kind: 'text', text: said })])
          .split('\n')
          .slice(6)
          .join('\n');
        const bare = body.replaceAll(/\\[\s\S]/g, '');
        expect(bare).not.toMatch(/[*_`[\]<>|~&]/);
        expect(body).not.toMatch(/^(?:#|[-+=] )/m);
      }),
    );
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example'])('has no link to %s', (url) => {
    expect(transcriptMarkdown([conversationOf(...everyKind('x', url))])).not.toContain('](');
  });

  test('keeps what cannot be drawn in a block that it cannot end', () => {
    const source = 'a\n```\n# b\n````\nc';
    expect(transcriptMarkdown([conversationOf({ kind: 'unknown', label: 'card', source })])).toContain(
      `\`\`\`\`\`\n${source}\n\`\`\`\`\``,
    );
  });
});
