import type { HeaderFact } from '#shared/platforms/header-fact.ts';
import { facts } from './facts.ts';

/** No header carries a credential here: what there is to know is that. */
export const snatchbotHeaders: readonly HeaderFact[] = [
  { name: 'content-type', on: 'request', end: 'platform', fact: facts.anyContentType },
  { name: 'authorization', on: 'request', end: 'platform', fact: facts.secretInPath },
  { name: 'authorization', on: 'request', end: 'app', fact: facts.noSignature },
];
