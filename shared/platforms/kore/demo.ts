import type { Platform } from '#shared/platforms/platform.ts';

/** The channel that a new user finds. Every id has the vendor's shape and is invented, and the secret says so itself. */
export const koreDemo: Platform['demo'] = {
  name: 'Kore.ai demo',
  plays: { platform: true, app: true },
  botId: 'demo-bot',
  settings: {
    botId: 'st-1f0c7a52-3d4e-5b6f-8a90-2b3c4d5e6f70',
    webhookInstanceId: '',
    clientId: 'cs-8e2d41b6-97a3-5c1f-b0e4-6d7f8a9b0c1d',
    clientSecret: 'NOT-A-REAL-SECRET-invented-for-Hookbench-01=',
    algorithm: 'HS256',
    host: 'https://bots.kore.ai',
    sub: '1234567890',
    issuedAt: true,
    expiresAfter: 300,
    tokenId: false,
    extraClaims: {},
    userId: '',
    recipientId: '',
    firstName: 'Robin',
    lastName: 'Example',
    email: 'robin@example.com',
    customData: {},
    newSession: 'first',
    escapeTemplates: true,
    syncLimit: 15,
    timeLimit: 30,
  },
};
