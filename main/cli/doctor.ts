import type { Channel } from '#shared/channel/channel.ts';
import type { ChannelCheck } from '#shared/channel/channel-check.ts';
import { checkLines } from './check-lines.ts';
import { channelNamed } from './conversation-turn.ts';
import { openHarness } from './open-harness.ts';
import { printJson, printLine } from './print.ts';
import { sessionOf } from './watch-session.ts';

type DoctorOptions = { readonly data: string; readonly channel?: string; readonly json: boolean };

/** `hookbench doctor`: what is wrong with the channels of a data folder, and what to do. 1 where something cannot work. */
export const doctor = async ({ data, channel: name, json }: DoctorOptions): Promise<number> => {
  const { harness, close } = await openHarness(data, 'saved');
  try {
    const { channels } = await sessionOf(harness);
    const chosen = name === undefined ? channels : [channelNamed(channels, name)];
    const examined: { readonly channel: Channel; readonly checks: readonly ChannelCheck[] }[] = [];
    for (const channel of chosen)
      examined.push({ channel, ...(await harness.checkChannel({ channelId: channel.id })) });
    if (json) printJson(examined.map(({ channel: { id, name }, checks }) => ({ channel: { id, name }, checks })));
    else for (const each of examined) printExamined(each.channel.name, each.checks);
    return examined.some(({ checks }) => checks.some(({ result }) => result === 'fail')) ? 1 : 0;
  } finally {
    await close();
  }
};

const printExamined = (name: string, checks: readonly ChannelCheck[]): void => {
  printLine(name);
  for (const check of checks) {
    for (const line of checkLines([check])) printLine(line);
    if (check.next !== '') printLine(`        ${check.next}`);
  }
};
