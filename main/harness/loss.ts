import type { Finding } from '#shared/exchange/finding.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { OpenChannel } from './open-channel.ts';

/** The loss report as findings: what of these contents the channel cannot carry. */
export const lossFindings = (
  contents: readonly Content[],
  { platform, settings }: Pick<OpenChannel, 'platform' | 'settings'>,
): readonly Finding[] =>
  contents
    .flatMap((each) => platform.lossOf(each, settings))
    .map((summary) => ({ severity: 'info', rule: 'content.loss', summary }));
