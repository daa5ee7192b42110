import { endpoint, wronglySigned } from './foreign-app.ts';
import { inspector, trafficRow, verdict } from './screen.ts';
import { expect, test } from './shell.ts';

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
