import type { HeaderFact } from '#shared/platforms/header-fact.ts';
import { facts } from './facts.ts';

const atPlatform = { on: 'request', end: 'platform' } as const;
const atApp = { on: 'request', end: 'app' } as const;

/** The headers of the channel, of its services and of what is posted to the app. */
export const koreHeaders: readonly HeaderFact[] = [
  { name: 'authorization', ...atPlatform, fact: facts.bearer },
  { name: 'authorization', ...atPlatform, fact: facts.scheme },
  { name: 'auth', ...atPlatform, fact: facts.authHeader },
  { name: 'origin', ...atPlatform, fact: facts.cors },
  { name: 'access-control-allow-origin', on: 'response', end: 'platform', fact: facts.cors },
  { name: 'authorization', ...atApp, fact: facts.accessToken },
  { name: 'x-access-token', ...atApp, fact: facts.accessToken },
];
