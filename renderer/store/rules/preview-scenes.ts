import type { Words } from '#renderer/words/words.ts';
import type { Channel } from '#shared/channel/channel.ts';
import { secretFieldsOf, type Platform } from '#shared/platforms/platform.ts';
import type { PreviewedChannel } from '#shared/preview/invented-context.ts';

/** Where a rule can be seen before it speaks. */
export type PreviewScene = {
  readonly id: string;
  readonly name: string;
  readonly channel: PreviewedChannel;
  readonly platform: Platform;
};

/** Every channel; and each platform as in its demo, where no channel is of it. */
export const previewScenes = (
  channels: readonly Channel[],
  platforms: readonly Platform[],
  { rules }: Pick<Words, 'rules'>,
): readonly PreviewScene[] => [
  ...channels.flatMap((channel) => {
    const platform = platforms.find(({ id }) => id === channel.platformId);
    return platform ? [{ id: channel.id, name: channel.name, channel, platform }] : [];
  }),
  ...platforms
    .filter(({ id }) => !channels.some(({ platformId }) => platformId === id))
    .map((platform) => ({
      id: `demo ${platform.id}`,
      name: rules.preview.demo(platform.name),
      channel: { settings: platform.demo.settings, secretsSet: secretFieldsOf(platform.settings) },
      platform,
    })),
];
