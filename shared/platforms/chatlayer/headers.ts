import type { HeaderFact } from '#shared/platforms/header-fact.ts';
import { facts } from './facts.ts';

const calls = { on: 'request', end: 'platform' } as const;
const answers = { on: 'response', end: 'platform' } as const;

/** The headers of the API, and of what is posted to the app. */
export const chatlayerHeaders: readonly HeaderFact[] = [
  { name: 'authorization', ...calls, fact: facts.bearer },
  { name: 'x-ratelimit-limit', ...answers, fact: facts.rateHeaders },
  { name: 'x-ratelimit-remaining', ...answers, fact: facts.rateHeaders },
  { name: 'x-ratelimit-reset', ...answers, fact: facts.rateHeaders },
  { name: 'x-ratelimit-reset', ...answers, fact: facts.rateReset },
  { name: 'content-type', on: 'request', end: 'app', fact: facts.jsonPost },
  { name: 'authorization', on: 'request', end: 'app', fact: facts.noSignature },
];
