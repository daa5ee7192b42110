import { expect, test } from 'vitest';
import { chatlayer } from '#shared/platforms/chatlayer/index.ts';
import { openChannel, pressOf, typed } from '#test/shared/platforms/chatlayer/bench.ts';

const inside = chatlayer.defects.filter((each) => each.does.kind === 'inside');

/** Whether the defect says of itself that it acted, in a short conversation of this mode. */
const acts = async (id: string, mode: (typeof chatlayer.modes)[number]): Promise<boolean> => {
  const channel = openChannel({ settings: { ...mode.settings, retries: 0 }, defects: [id] });
  await channel.say('user', typed('hi'));
  const end = chatlayer.userSits(channel.context.settings);
  const isOffered = channel.told[end].some(({ content }) => content.kind === 'quick-replies');
  if (isOffered) await channel.say('user', pressOf('Balance', channel.told[end]));
  return channel.findings.some((each) => each.rule === `defect.${id}`);
};

test.each(inside)('$id acts in a mode of the channel, and says so', async ({ id }) => {
  const acted = await Promise.all(chatlayer.modes.map((mode) => acts(id, mode)));
  expect(acted).toContain(true);
});

test('without a defect nothing says that one acted', async () => {
  for (const { settings } of chatlayer.modes) {
    const channel = openChannel({ settings });
    await channel.say('user', typed('hi'));
    expect(channel.findings.filter((each) => each.rule.startsWith('defect.'))).toEqual([]);
  }
});

test('an answer of 429 tells when the limit starts anew', async () => {
  const channel = openChannel({ defects: ['accept.429'] });
  await channel.say('user', typed('hi'));
  const told = channel.findings.find((each) => each.rule === 'chatlayer.reply.too-many');
  expect(told?.summary).toContain('The limit is 600, and it starts anew at 1767225660000.');
});

test('an envelope without senderId is found by the app end', async () => {
  const channel = openChannel({ defects: ['callback.e2-envelope'] });
  await channel.say('user', typed('thanks'));
  expect(channel.findings.map((each) => each.rule)).toContain('chatlayer.callback.recipient');
  expect(channel.lines('app').at(-1)).toBe('bot: You are welcome. Is there anything else?');
});

test('messages in the wrong order are found by the app end', async () => {
  const channel = openChannel({ defects: ['callback.out-of-order'] });
  await channel.say('user', typed('cards'));
  expect(channel.findings.map((each) => each.rule)).toContain('chatlayer.callback.out-of-order');
});

test('a message that the app refuses is not shown to the user: one line says so, whatever the number of attempts', async () => {
  const channel = openChannel({ defects: ['callback.wrong-token'] });
  await channel.say('user', typed('thanks'));
  await channel.say('user', typed('thanks'));
  expect(channel.sent.filter((each) => each.end === 'platform')).toHaveLength(8);
  const lines = [
    'user: thanks',
    'channel: The app refused a message of the bot: You are welcome. Is there anything else?',
  ];
  expect(channel.lines('app')).toEqual([...lines, ...lines]);
});
