import { describe, expect, test } from 'vitest';
import type { BotScript } from '#shared/bot/bot-script.ts';
import { demoBot } from '#shared/bot/demo-bot.ts';
import { completeSettings, secretsIn, withoutSecrets } from '#shared/channel/channel-settings.ts';
import { secretFieldsOf, type Platform } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
import type { PreviewedChannel } from '#shared/preview/invented-context.ts';
import { previewBotRule } from '#shared/preview/preview-bot.ts';
import type { JsonObject } from '#shared/text/json.ts';

const everyMode = platforms.flatMap((platform) => platform.modes.map((mode) => ({ platform, mode, id: mode.id })));

const channelOf = (platform: Platform, settings: JsonObject): PreviewedChannel => {
  const whole = completeSettings(platform.settings, { ...platform.demo.settings, ...settings });
  return {
    settings: withoutSecrets(platform.settings, whole),
    secretsSet: Object.keys(secretsIn(platform.settings, whole)),
  };
};

const mine: BotScript = {
  id: 'mine',
  name: 'Mine',
  rules: [
    {
      when: { is: ['hi'] },
      say: [
        { kind: 'text', text: 'First words for {{user}}' },
        { kind: 'text', text: 'More words' },
      ],
    },
    { name: 'Shadowed', when: { has: ['hi'] }, say: [{ kind: 'text', text: 'Never said' }] },
  ],
  fallback: [{ kind: 'text', text: 'Pardon?' }],
};

describe.each(everyMode)('what a rule would send on $platform.name, $id', ({ platform, mode }) => {
  const channel = channelOf(platform, mode.settings);
  const secrets = Object.values(
    secretsIn(platform.settings, completeSettings(platform.settings, { ...platform.demo.settings, ...mode.settings })),
  );

  test('holds its words in order, and no secret', async () => {
    const preview = await previewBotRule(mine, 0, channel, platform);
    const wire = JSON.stringify(preview?.wire);
    if (preview?.wire.length !== 0) {
      expect(wire).toMatch(/First words for [^{].*More words/);
      expect(preview?.wire.length).toBeGreaterThan(0);
    }
    expect(secrets.filter((secret) => wire.includes(secret))).toEqual([]);
    expect(preview?.answeredBy).toBe('Rule 1');
  });

  test('is known for every rule of the demo bot, and for the fallback', async () => {
    const previews = await Promise.all(
      [-1, ...demoBot.rules.keys()].map((index) => previewBotRule(demoBot, index, channel, platform)),
    );
    expect(previews).not.toContain(null);
  });
});

test('a rule that another one comes before is told, and still previewed', async () => {
  const [platform] = platforms;
  const preview = await previewBotRule(mine, 1, channelOf(platform!, {}), platform!);
  expect(preview?.answeredBy).toBe('Rule 1');
  expect(JSON.stringify(preview?.wire)).toContain('Never said');
});

test('the secret that a channel has is seen as its mask, and one that it lacks is not seen', async () => {
  const platform = platforms.find(({ id }) => id === 'chatlayer')!;
  const withSecret = channelOf(platform, {});
  const wireOf = async (channel: PreviewedChannel) =>
    JSON.stringify((await previewBotRule(mine, 0, channel, platform))?.wire);
  expect(secretFieldsOf(platform.settings)).toContain('verifyToken');
  expect(await wireOf(withSecret)).toContain('••••••');
  expect(await wireOf({ ...withSecret, secretsSet: [] })).not.toContain('••••••');
});
