import { describe, expect, test } from 'vitest';
import type { End } from '#shared/exchange/exchange.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { controlOf } from '#shared/trust/attack/control.ts';
import { placeRequest, placeToken, settingsInPath } from '#shared/trust/pasted-place.ts';
import { readPasted } from '#shared/trust/pasted.ts';
import { contextOf } from '../platforms/platform-context.ts';

const requestOf = (text: string) => {
  const found = readPasted(text);
  if (!found.ok) throw new Error(found.problem);
  return found.request;
};

/** Every end of every mode that asks for a credential. */
const askingEnds = async () => {
  const found = [];
  for (const platform of platforms)
    for (const mode of platform.modes)
      for (const end of ['platform', 'app'] as const) {
        const { settings, stamp, tokens } = contextOf(platform, mode.settings);
        const maker = { stamp: () => stamp, tokens };
        const control = await controlOf(platform, settings, end, maker);
        if (control) found.push({ platform, settings, end, control, maker });
      }
  return found;
};

describe('which end a pasted request is for', () => {
  test('the one whose address it has', async () => {
    for (const { platform, settings, end, control } of await askingEnds()) {
      const placed = placeRequest(await control.make(), { platform, settings, end: undefined });
      const { verdict } = await platform.read(end, placed.request, contextOf(platform, settings));
      expect([placed.end, verdict.state]).toEqual([end, 'trusted']);
    }
  });

  test('an app may listen anywhere: its request is read at our own address, query and body untouched', async () => {
    for (const { platform, settings, end, control } of (await askingEnds()).filter((each) => each.end === 'app')) {
      const request = await control.make();
      const query = request.target.includes('?') ? request.target.slice(request.target.indexOf('?')) : '';
      const elsewhere = { ...request, target: `/hooks/of/mine${query}` };
      for (const named of [undefined, end] as readonly (End | undefined)[]) {
        const placed = placeRequest(elsewhere, { platform, settings, end: named });
        const { verdict } = await platform.read('app', placed.request, contextOf(platform, settings));
        expect([placed.end, verdict.state]).toEqual(['app', 'trusted']);
        expect(placed.notes).toEqual([expect.stringContaining('was not compared')]);
      }
    }
  });

  test('a misspelt path of the platform is still one to the platform', async () => {
    for (const { platform, settings, end, control } of (await askingEnds()).filter((each) => each.end === 'platform')) {
      const request = await control.make();
      const misspelt = { ...request, target: `/${request.target.split('/')[1] ?? ''}/misspelt` };
      expect(placeRequest(misspelt, { platform, settings, end: undefined }).end).toBe(end);
    }
  });
});

describe('a credential alone', () => {
  test('is put where the channel wants it: the right one is trusted, another is refused', async () => {
    for (const { platform, settings, end, control, maker } of await askingEnds()) {
      const right =
        control.model.kind === 'jwt'
          ? ((await control.make()).headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '')
          : (control.model.credentials.find(({ isSecret }) => isSecret)?.expected ?? '');
      const stateOf = async (text: string) => {
        const placed = await placeToken(requestOf(text), { platform, settings, end }, maker);
        return placed && (await platform.read(end, placed.request, contextOf(platform, settings))).verdict.state;
      };
      expect(await stateOf(right)).toBe('trusted');
      expect(await stateOf('another')).toBe('refused');
    }
  });
});

test('what a path names is known, but for what is secret', () => {
  const named = (path: string, platform: (typeof platforms)[number]): readonly string[] => {
    const request = { ...requestOf('x'), target: path.replaceAll(/\{\*?(\w+)\}/g, 'v') };
    return Object.keys(settingsInPath(request, platform, ['appSecret']));
  };
  const names = platforms.flatMap((platform) => platform.routes.platform.flatMap(({ path }) => named(path, platform)));
  expect(names).toContain('botId');
  expect(names).not.toContain('appSecret');
});
