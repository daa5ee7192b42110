import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { koreDemo } from '#shared/platforms/kore/demo.ts';
import { conversation } from './screen.ts';

const clientId = koreDemo.settings['clientId'] as string;
const clientSecret = koreDemo.settings['clientSecret'] as string;

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token as any JWT library makes it (RFC 7519), signed with the secret of the demo channel as `cat` or `echo` give it away: with a line feed. */
export const signedWithLineFeed = (): string => {
  const claims = { appId: clientId, sub: '1', exp: 4_102_444_800 };
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', `${clientSecret}\n`).update(content).digest('base64url')}`;
};

/** A token signed with a secret that is not the channel's. */
export const wronglySigned = (): string => {
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ appId: clientId, sub: '1' })}`;
  return `${content}.${createHmac('sha256', 'another invented secret').update(content).digest('base64url')}`;
};

/** A token whose payload somebody read and wrote again after it was signed: `sub` was in front. */
export const rewritten = (): string => {
  const header = encode({ alg: 'HS256', typ: 'JWT' });
  const signed = `${header}.${encode({ sub: '1', appId: clientId, exp: 4_102_444_800 })}`;
  const signature = createHmac('sha256', clientSecret).update(signed).digest('base64url');
  return `${header}.${encode({ appId: clientId, exp: 4_102_444_800, sub: '1' })}.${signature}`;
};

/** Where a foreign app sends to, as the checklist of the screen tells a person. */
export const endpoint = async (page: Page): Promise<string> => {
  await conversation(page).getByText('Connect your own system').click();
  const address = conversation(page)
    .getByText(/^http:\S+\/chatbot\/hooks\//)
    .first();
  return (await address.textContent()) ?? '';
};

/** A foreign app says hi on the Kore.ai demo channel with this token; resolves to the status that it is answered. */
export const postAsForeignApp = async (page: Page, token: string): Promise<number> => {
  const { status } = await fetch(await endpoint(page), {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ session: { new: true }, message: { text: 'hi' }, from: { id: 'stranger' } }),
  });
  return status;
};
