import { expect, test } from 'vitest';
import { isSecretHeader } from '#renderer/store/editor/secret-header.ts';

const masked = (name: string, value = 'something', credentials: readonly string[] = []) =>
  isSecretHeader({ name, value }, credentials);

test('credentials are masked by the name of their header, whoever sends them', () => {
  for (const name of ['Authorization', 'proxy-authorization', 'Cookie', 'X-Access-Key', 'x-access-secret', 'X-API-Key'])
    expect(masked(name), name).toBe(true);
  for (const name of ['content-type', 'x-quick-reply', 'idempotency-key', 'sec-websocket-key', 'x-tokens-left', ''])
    expect(masked(name), name).toBe(false);
});

test('and where the channel has them; nothing and a variable are no secret', () => {
  expect(masked('X-Hub-Signature', 'v', ['header x-hub-signature'])).toBe(true);
  expect(masked('Authorization', '')).toBe(false);
  expect(masked('Authorization', 'Bearer {{accessToken}}')).toBe(false);
  expect(masked('Authorization', 'Bearer abc{{accessToken}}')).toBe(true);
});
