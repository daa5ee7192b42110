import type { ShownSide, ShownWire } from '#shared/audience/shown-wire.ts';
import { mask } from '#shared/channel/redact.ts';
import type { ExchangeSummary, Head } from '#shared/exchange/exchange.ts';
import type { Message } from '#shared/exchange/message.ts';
import { addressOf, type ExportedConversation, type ExportedExchange } from '#shared/export/exported.ts';
import { Placeholders } from '#shared/export/placeholders.ts';
import { scrubConversation, scrubExchange } from '#shared/export/scrub-exchange.ts';
import { isJsonObject, type Json } from '#shared/text/json.ts';

/** The secrets that are known, each with a few words that say what it is. */
type Secrets = readonly { readonly value: string; readonly what: string }[];

/** What a body shows of itself, in characters: more cannot be read from a chair. */
const longestBody = 20_000;

/** What an export leaves of a secret, and tokens, which are a credential as a whole (RFC 7519 §3.1). */
const remains = /hidden-secret-\d+|(?<![\w-])ey[\w-]{5,}\.[\w-]*(?:\.[\w-]*)*/g;

const masked = (text: string): string => text.replaceAll(remains, mask);

const maskedTexts = <Value>(value: Value): Value => {
  const walk = (each: Json): Json => {
    if (typeof each === 'string') return masked(each);
    if (Array.isArray(each)) return (each as readonly Json[]).map(walk);
    return isJsonObject(each)
      ? Object.fromEntries(Object.entries(each).map(([name, item]) => [name, walk(item)]))
      : each;
  };
  return walk(value as Json) as Value;
};

/** What is found out to be secret at the end is so from the beginning: everything is looked at twice. */
const scrubbed = <Value>(value: Value, secrets: Secrets, scrub: (value: Value, by: Placeholders) => Value): Value => {
  const placeholders = new Placeholders(false);
  for (const { value: secret, what } of secrets) if (secret !== '') placeholders.learn('secret', secret, what);
  scrub(value, placeholders);
  return scrub(value, placeholders);
};

/** What was said, with the ids as they are and everything secret masked in the words. */
export const messagesForAudience = (told: ExportedConversation, secrets: Secrets): readonly Message[] =>
  scrubbed(told, secrets, scrubConversation).messages.map((message, at) => ({
    ...message,
    id: told.messages[at]?.id ?? message.id,
    conversationId: told.conversation.id,
    content: maskedTexts(message.content),
  }));

/** Of both twins of a loopback exchange the received one is shown, because that is the one with the verdict. Its id, or the same. */
export const audienceIdOf = ({ id, twinId, direction }: ExchangeSummary): number =>
  direction === 'outbound' && twinId !== null ? twinId : id;

/** An exchange with everything secret masked, as exports leave it out, and no token in it. */
export const wireForAudience = (exported: ExportedExchange, secrets: Secrets): ShownWire => {
  const { exchange, requestBody, responseBody } = scrubbed(exported, secrets, scrubExchange);
  const { summary, request, response, verdict } = exchange;
  return {
    exchangeId: summary.id,
    method: summary.method,
    address: masked(addressOf(exchange)),
    outcome: maskedTexts(summary.outcome),
    duration: summary.duration,
    verdict: summary.verdict,
    because: masked(verdict.because),
    request: sideOf(request, requestBody),
    response: response && sideOf(response, responseBody ?? new Uint8Array()),
  };
};

const sideOf = (head: Head, body: Uint8Array): ShownSide => {
  const text = masked(new TextDecoder().decode(body));
  return {
    headers: head.headers.map(([name, value]) => [name, masked(value)] as const),
    body: text.slice(0, longestBody),
    isCut: text.length > longestBody,
  };
};
