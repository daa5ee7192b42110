import type { Finding, Severity } from '#shared/exchange/finding.ts';
import { findingAbout, type Fact } from '#shared/platforms/fact.ts';
import { apiChannelFacts } from './facts-api-channel.ts';
import { jsonApiFacts } from './facts-json-api.ts';
import { webhookFacts } from './facts-webhook.ts';

/** No finding and no check about SnatchBot is made without one of these. */
export const facts = { ...webhookFacts, ...jsonApiFacts, ...apiChannelFacts };

/** A finding about this platform, with how sure the fact behind it is. */
export const findingOf = (severity: Severity, rule: string, fact: Fact, summary: string, at?: string): Finding =>
  findingAbout(fact, severity, `snatchbot.${rule}`, summary, at);
