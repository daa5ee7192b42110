import { userIdOf } from '#shared/channel/channel.ts';
import { bytesOf } from '#shared/exchange/body.ts';
import type { Head } from '#shared/exchange/exchange.ts';
import { headerValue, type HeaderLines } from '#shared/exchange/raw-http.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';
import { exactText, type ExportedConversation, type ExportedExchange } from '#shared/export/exported.ts';
import type { Placeholders } from '#shared/export/placeholders.ts';
import { guarded } from '#shared/export/scrub-guarded.ts';
import { scrubHar } from '#shared/export/scrub-har.ts';
import { scrubField, scrubText } from '#shared/export/scrub-text.ts';

/** The exchange with everything private replaced in address, headers, bodies and in what was found out about it. Verdicts stay. */
export const scrubExchange = (exported: ExportedExchange, placeholders: Placeholders): ExportedExchange => {
  const { exchange, requestBody, responseBody, mark } = exported;
  const { summary, request, response } = exchange;
  const number = `#${String(summary.id)}`;
  const text = (value: string, place: string): string => scrubbed(value, placeholders, `${number} ${place}`);
  const asked = scrubbedSide(request, requestBody, placeholders, `${number} request`);
  const answered =
    response && scrubbedSide(response, responseBody ?? new Uint8Array(), placeholders, `${number} response`);
  const target = text(exchange.target, 'address');
  // More users than are known beforehand may have spoken.
  if (placeholders.coversPersons && summary.conversationId !== null)
    placeholders.learn('user', userIdOf(summary.conversationId));
  return {
    exchange: {
      summary: {
        ...summary,
        conversationId: summary.conversationId && text(summary.conversationId, 'conversation'),
        origin: text(summary.origin, 'address'),
        target: target.slice(0, 2000),
        method: guarded(summary.method, { placeholders, place: `${number} method` }),
        remote: text(summary.remote, 'address'),
        outcome: scrubbedTexts(summary.outcome, (each) => text(each, 'outcome')),
        note: text(summary.note, 'note'),
        defect: text(summary.defect, 'defect'),
        rule: text(summary.rule, 'rule'),
      },
      target,
      request: asked.head,
      response: response && answered && { ...response, ...answered.head, reason: text(response.reason, 'response') },
      phases: exchange.phases,
      findings: scrubbedTexts(exchange.findings, (each) => text(each, 'finding')),
      verdict: scrubbedTexts(exchange.verdict, (each) => text(each, 'verdict')),
      ...scrubHar(exchange.har, placeholders, `${number} archive`),
    },
    requestBody: asked.body,
    responseBody: responseBody && answered ? answered.body : null,
    ...(mark ? { mark: { ...mark, note: text(mark.note, 'note on it') } } : {}),
  };
};

/** The conversation with everything private replaced in what was said and by whom. */
export const scrubConversation = (
  { conversation, channel, messages, traces }: ExportedConversation,
  placeholders: Placeholders,
): ExportedConversation => {
  const name = scrubChannelName(channel.name, placeholders);
  const place = `conversation on ${name}`;
  const text = (value: string): string => scrubbed(value, placeholders, place);
  return {
    conversation: {
      ...conversation,
      id: text(conversation.id),
      userId: placeholders.coversPersons
        ? placeholders.put('user', conversation.userId, place)
        : text(conversation.userId),
    },
    channel: { ...channel, name },
    traces,
    messages: messages.map((message) => ({
      ...message,
      id: text(message.id),
      conversationId: text(message.conversationId),
      content: scrubbedTexts(message.content, text, codesOfContent),
    })),
  };
};

/** A channel may be named after a customer, and a name is chosen by hand. */
export const scrubChannelName = (name: string, placeholders: Placeholders): string =>
  scrubbed(name, placeholders, 'name of a channel');

/** A text as it came. */
const scrubbed = (text: string, placeholders: Placeholders, place: string): string => {
  placeholders.keepTaken(text);
  return guarded(scrubText(text, { placeholders, place, depth: 0 }), { placeholders, place });
};

/** Names of headers are words of HTTP and of platforms; only what is none of them is replaced. */
const scrubName = (name: string, placeholders: Placeholders, place: string): string =>
  /^[A-Za-z-]{1,30}$/.test(name) ? name : placeholders.replaceKnown(name, place);

const scrubbedSide = (
  head: Head,
  body: Uint8Array,
  placeholders: Placeholders,
  place: string,
): { readonly head: Head; readonly body: Uint8Array } => {
  const after = scrubbedBody(head.headers, body, placeholders, `${place} body`);
  const headers = head.headers.map(([name, value]): HeaderLines[number] => {
    const shownName = guarded(scrubName(name, placeholders, `${place} headers`), {
      placeholders,
      place: `${place} headers`,
    });
    const at = `${place} header ${shownName.toLowerCase()}`;
    // The length is that of the body that is there now.
    if (name.toLowerCase() === 'content-length' && value.trim() === String(body.byteLength))
      return [name, String(after.byteLength)];
    placeholders.keepTaken(value);
    const line = scrubField(value, name, '', { placeholders, place: at, depth: 0 });
    return [shownName, guarded(line, { placeholders, place: at })];
  });
  return { head: { ...head, headers, bodyBytes: after.byteLength }, body: after };
};

/** In bytes: what is larger takes too long to look into. */
const largestSearched = 4 * 1024 * 1024;

/** What cannot be looked into is left out: compressed, too large, or no text in UTF-8. */
const scrubbedBody = (
  headers: HeaderLines,
  body: Uint8Array,
  placeholders: Placeholders,
  place: string,
): Uint8Array => {
  if (body.byteLength === 0) return body;
  const encoding = headerValue(headers, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
  const isLarge = body.byteLength > largestSearched;
  const text = encoding === 'identity' && !isLarge ? exactText(body) : null;
  if (text === null || text.includes('\0')) {
    const what = encoding !== 'identity' ? 'compressed body' : isLarge ? 'large body' : 'body that is no text';
    placeholders.noteGone(what, place);
    return bytesOf(`(left out: ${what}, ${String(body.byteLength)} bytes)`);
  }
  const after = scrubbed(text, placeholders, place);
  return after === text ? body : bytesOf(after);
};

/** Members that hold words of ours, which are no text of anybody: they have to stay as they are. */
const codes = new Set('kind severity rule status state result id code certainty'.split(' '));
const codesOfContent = new Set(['kind', 'media', 'type']);

/** A value of ours with every text in it replaced that is not one of our own words. */
const scrubbedTexts = <Value>(
  value: Value,
  scrub: (text: string) => string,
  own: ReadonlySet<string> = codes,
): Value => {
  const walk = (each: Json, name: string): Json => {
    if (typeof each === 'string') return own.has(name) ? each : scrub(each);
    if (Array.isArray(each)) return (each as readonly Json[]).map((item) => walk(item, name));
    return isJsonObject(each)
      ? Object.fromEntries(Object.entries(each).map(([key, item]) => [key, walk(item, key)]))
      : each;
  };
  return walk(value as Json, '') as Value;
};
