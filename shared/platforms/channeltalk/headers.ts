import type { HeaderFact } from '#shared/platforms/header-fact.ts';
import { facts } from './facts.ts';

const calls = { on: 'request', end: 'platform' } as const;
const answers = { on: 'response', end: 'platform' } as const;
const replies = { on: 'response', end: 'app' } as const;

/** The headers of events, of the replies to them, and of the Open API. */
export const channeltalkHeaders: readonly HeaderFact[] = [
  { name: 'content-type', on: 'request', end: 'app', fact: facts.sentHeaders },
  { name: 'x-quick-reply', ...replies, fact: facts.quickReply },
  { name: 'x-bot-name', ...replies, fact: facts.botName },
  { name: 'x-bot-name', ...replies, fact: facts.botNameForm },
  { name: 'x-access-key', ...calls, fact: facts.keys },
  { name: 'x-access-secret', ...calls, fact: facts.keys },
  { name: 'authorization', ...calls, fact: facts.keys },
  { name: 'x-ratelimit-limit', ...answers, fact: facts.rateHeaders },
  { name: 'x-ratelimit-remaining', ...answers, fact: facts.rateHeaders },
  { name: 'x-ratelimit-reset', ...answers, fact: facts.rateHeaders },
  { name: 'x-ratelimit-will-be-throttled', ...answers, fact: facts.throttled },
];
