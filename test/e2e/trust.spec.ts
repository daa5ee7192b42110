import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { koreDemo } from '#shared/platforms/kore/demo.ts';
import { conversation, inspector, trafficRow, verdict } from './screen.ts';
import { expect, test } from './shell.ts';

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token as any JWT library makes it (RFC 7519), signed with the secret of the demo channel as `cat` or `echo` give it away: with a line feed. */
const signedWithLineFeed = (): string => {
  const { clientId, clientSecret } = koreDemo.settings;
  const claims = { appId: clientId, sub: '1', exp: 4_102_444_800 };
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', `${String(clientSecret)}\n`)
    .update(content)
    .digest('base64url')}`;
};

/** Where a foreign app sends to, as the checklist of the screen tells a person. */
const endpoint = async (page: Page): Promise<string> => {
  await conversation(page).getByText('Connect your own system').click();
  const address = conversation(page)
    .getByText(/^http:\S+\/chatbot\/hooks\//)
    .first();
  return (await address.textContent()) ?? '';
};

const send = async (page: Page, token: string): Promise<number> => {
  const { status } = await fetch(await endpoint(page), {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ session: { new: true }, message: { text: 'hi' }, from: { id: 'stranger' } }),
  });
  return status;
};

test('a secret with a line break behind it: one click to the cause and its fix, one more and the replay passes', async ({
  bench: { page, watched },
}) => {
  expect(await send(page, signedWithLineFeed())).toBe(401);
  await trafficRow(page, '401').click();
  await expect(verdict(page)).toContainText(/^Refused: the token is signed with the secret .*line feed/);
  await expect(verdict(page)).toContainText('Fix:');
  const cause = inspector(page).getByRole('region', { name: 'Cause' });
  await expect(cause).toContainText('jwt.secret.trailing-newline');
  await expect(cause).toContainText('line feed (LF) behind it matches');
  await verdict(page).getByRole('button', { name: 'Sign again and send' }).click();
  await expect(verdict(page)).toContainText('Trusted:');
  await expect(trafficRow(page, '200')).toHaveCount(1);
  expect(watched.errors).toEqual([]);
});
