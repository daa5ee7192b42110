import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { conversation, inspector, trafficRow, verdict } from './screen.ts';
import { expect, test } from './shell.ts';

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token as any JWT library makes it (RFC 7519), signed with a secret that is not the channel's. */
const wronglySigned = (): string => {
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ appId: 'cs-8e2d41b6-97a3-5c1f-b0e4-6d7f8a9b0c1d', sub: '1' })}`;
  return `${content}.${createHmac('sha256', 'another invented secret').update(content).digest('base64url')}`;
};

/** Where a foreign app sends to, as the checklist of the screen tells a person. */
const endpoint = async (page: Page): Promise<string> => {
  await conversation(page).getByText('Connect your own system').click();
  return (
    (await conversation(page)
      .getByText(/^http:\S+\/chatbot\/hooks\//)
      .first()
      .textContent()) ?? ''
  );
};

test('a request of somebody else with a wrong secret is refused, listed, and explained', async ({
  bench: { page },
}) => {
  const answered = await fetch(await endpoint(page), {
    method: 'POST',
    headers: { authorization: `bearer ${wronglySigned()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ message: { text: 'let me in' }, from: { id: 'stranger' } }),
  });
  expect([answered.status, await answered.json()]).toEqual([
    401,
    { errors: [{ msg: 'Invalid Access token', code: 401 }] },
  ]);
  await trafficRow(page, '401').click();
  await expect(verdict(page)).toContainText('Refused');
  await expect(verdict(page)).toContainText(/signature|secret/i);
  await expect(verdict(page)).toContainText('Fix:');
});

test('a request to nowhere is captured too', async ({ bench: { page } }) => {
  const answered = await fetch(new URL('/nowhere?x=1', await endpoint(page)), { method: 'PUT', body: 'not JSON' });
  expect(answered.status).toBe(404);
  await trafficRow(page, '404').click();
  await inspector(page).getByRole('tab', { name: 'Request' }).click();
  await expect(inspector(page).getByText('not JSON').first()).toBeVisible();
});
