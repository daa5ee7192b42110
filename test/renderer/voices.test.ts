import { expect, test } from 'vitest';
import { botNameOf } from '#renderer/store/selectors.ts';
import { chosenVoice, silenceOf, voicesOf } from '#renderer/store/voices.ts';
import { botScripts } from '#shared/bot/bot-scripts.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { platforms } from '#shared/platforms/registry.ts';
import type { Voice } from '#shared/platforms/voice.ts';
import { channelOf } from './examples.ts';
import { inEnglish } from './spoken.ts';

const [known] = platforms;
if (!known) throw new Error('The registry is empty.');

const user: Voice = { name: 'user', end: 'app', summary: 'Posts it.', gestures: [], sendsMedia: false };
const agent: Voice = { ...user, name: 'agent', end: 'platform' };
const platform: Platform = { ...known, name: 'Acme', voices: () => [user, agent], userSits: () => 'app' };
const both = { platform: true, app: true };
const neither = { platform: false, app: false };

test('a channel has the voices whose end is played here, and no other', () => {
  const names = (plays: typeof both) => voicesOf(channelOf({ plays }), platform).map(({ name }) => name);
  expect(names(both)).toEqual(['user', 'agent']);
  expect(names({ platform: false, app: true })).toEqual(['user']);
  expect(names({ platform: true, app: false })).toEqual(['agent']);
  expect(names(neither)).toEqual([]);
});

test('the voice that was chosen last is kept as long as there is such a voice', () => {
  expect(chosenVoice([user, agent], 'agent')?.name).toBe('agent');
  expect(chosenVoice([user], 'agent')?.name).toBe('user');
  expect(chosenVoice([], 'agent')).toBeNull();
});

test('where nobody can speak, a sentence says why and what to do', () => {
  const onlyUser = { ...platform, voices: () => [user] };
  expect(silenceOf(channelOf({ plays: both }), platform, inEnglish)).toBeNull();
  expect(silenceOf(channelOf({ plays: neither }), platform, inEnglish)).toContain('neither end');
  expect(silenceOf(channelOf({ plays: { platform: true, app: false } }), onlyUser, inEnglish)).toContain(
    'play the app end too',
  );
  expect(silenceOf(channelOf({ plays: both }), { ...platform, voices: () => [] }, inEnglish)).toContain('another mode');
});

test('answers have the name of our bot only where the end across from the user is played here', () => {
  const name = (plays: typeof both, userSits: 'platform' | 'app') =>
    botNameOf(
      channelOf({ plays }),
      { botScripts, platforms: [{ ...platform, id: 'acme', userSits: () => userSits }] },
      inEnglish.conversation,
    );
  expect(name({ platform: true, app: false }, 'app')).toContain('Demo bot');
  expect(name({ platform: true, app: false }, 'platform')).toBe('Bot');
  expect(name({ platform: false, app: true }, 'platform')).toContain('Demo bot');
});

test('every platform can be spoken on in each of its modes when both ends are ours', () => {
  for (const each of platforms)
    for (const { settings, as } of each.modes) {
      const channel = channelOf({ platformId: each.id, settings: { ...each.demo.settings, ...settings } });
      expect(voicesOf(channel, each).map(({ name }) => name)).toContain(as);
    }
});
