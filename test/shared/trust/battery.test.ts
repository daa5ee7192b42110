import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createForgeCrypto } from '#main/cli/attack-crypto.ts';
import { platforms } from '#shared/platforms/registry.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import { batteryFor } from '#shared/trust/attack/battery.ts';
import { controlOf, type Control } from '#shared/trust/attack/control.ts';
import { outcomeOf } from '#shared/trust/attack/outcome.ts';
import { repairsOf } from '#shared/trust/attack/repairs.ts';
import type { Attack } from '#shared/trust/attack/attack.ts';
import { contextOf, now } from '../platforms/platform-context.ts';

const controlsOf = async (platform: Platform): Promise<readonly Control[]> => {
  const found: Control[] = [];
  for (const mode of platform.modes)
    for (const end of ['platform', 'app'] as const) {
      const { settings, stamp, tokens } = contextOf(platform, mode.settings);
      const control = await controlOf(platform, settings, end, { stamp: () => stamp, tokens });
      if (control) found.push(control);
    }
  return found;
};

const batteryOf = ({ model, make }: Control): readonly Attack[] =>
  batteryFor({ model, control: make, now: () => now, id: () => 'id-1', crypto: createForgeCrypto() });

describe('the battery', () => {
  test.each(platforms.map((platform) => [platform.name, platform] as const))(
    '%s has an endpoint with a credential, which its own end trusts, and none of the battery passes there',
    async (_name, platform) => {
      const controls = await controlsOf(platform);
      expect(controls.length).toBeGreaterThan(0);
      for (const control of controls) {
        const verdictOf = async (request: Awaited<ReturnType<Control['make']>>) =>
          (await platform.read(control.end, request, contextOf(platform, control.settings))).verdict.state;
        expect(await verdictOf(await control.make())).toBe('trusted');
        const passed: string[] = [];
        for (const attack of batteryOf(control)) {
          const prepared = await attack.prepare();
          if ('requests' in prepared && (await verdictOf(prepared.requests.at(-1)!)) === 'trusted')
            passed.push(attack.id);
        }
        // What the platform does about nbf is not known, so its end only warns.
        expect(passed.filter((id) => id !== 'jwt.not-yet')).toEqual([]);
      }
    },
  );

  test('every attack has an id of its own, a title and sentences, and no sentence holds a secret', async () => {
    for (const platform of platforms)
      for (const control of await controlsOf(platform)) {
        const attacks = batteryOf(control);
        expect(new Set(attacks.map(({ id }) => id)).size).toBe(attacks.length);
        for (const { title, tries, expects } of attacks) {
          expect(title).toMatch(/^\S.*[^.]$/);
          for (const sentence of [tries, expects]) expect(sentence).toMatch(/^[A-Z].*\.$/);
          expect([title, tries, expects].join(' ')).not.toMatch(/NOT-A-REAL|not-a-real/);
        }
      }
  });
});

describe('what an answer means', () => {
  const answered = (status: number, body = '') =>
    outcomeOf(
      { ok: true, response: { status, reason: '', headers: [], body: new TextEncoder().encode(body) } },
      'denied',
    ).state;
  test.each([
    [200, 'accepted'],
    [204, 'accepted'],
    [302, 'refused'],
    [401, 'refused'],
    [404, 'refused'],
    [429, 'unclear'],
    [503, 'unclear'],
    [500, 'broke'],
    [502, 'broke'],
  ] as const)('%i: %s', (status, state) => expect(answered(status)).toBe(state));

  test('a body that says so is a refusal whatever the status', () => {
    expect(answered(200, '{"error":"denied"}')).toBe('refused');
    expect(answered(200, '{"error":null}')).toBe('accepted');
  });
});

test('other forms of a secret differ from it and from each other, and are never empty', () => {
  expect(repairsOf('"abc" ').map(({ change }) => change)).toContain('without the white space around it');
  expect(repairsOf('c2VjcmV0').find(({ change }) => change === 'decoded from base64')?.value).toBe('secret');
  fc.assert(
    fc.property(fc.string(), (secret) => {
      const values = repairsOf(secret).map(({ value }) => value);
      expect(values).not.toContain(secret);
      expect(values).not.toContain('');
      expect(new Set(values).size).toBe(values.length);
    }),
  );
});
