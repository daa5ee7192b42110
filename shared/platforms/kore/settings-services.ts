import { Type } from 'typebox';

const services = { group: 'Services' };

/** What the emulated platform offers beside the conversation. */
export const serviceSettings = {
  cors: Type.Boolean({
    title: 'Allow browsers (CORS)',
    description: 'The emulated platform lets pages of any origin call it, as the vendor’s web SDK needs.',
    default: true,
    ...services,
  }),
  botIcon: Type.String({
    title: 'Bot icon',
    description: 'The address of a picture, told at /api/botmeta/. Empty: a picture that comes with Hookbench.',
    default: '',
    ...services,
  }),
  intents: Type.Record(Type.String(), Type.Unknown(), {
    title: 'Intents',
    description: 'What findIntent answers: a word or phrase, and the name of the intent.',
    default: { balance: 'Show Balance', card: 'Order Card', transfer: 'Transfer Money' },
    json: true,
    ...services,
  }),
  proactive: Type.Boolean({
    title: 'Proactive notifications',
    description: 'The emulated platform takes notifyV2. Kore.ai documents it for asynchronous V2 only.',
    default: true,
    ...services,
    only: { field: 'mode', is: ['async'] },
  }),
  jwtService: Type.Boolean({
    title: 'JWT-issuing service',
    description:
      'Signs tokens for pages at /users/sts, as the vendor’s web SDK needs. Whoever reaches this address gets a valid token.',
    default: false,
    ...services,
  }),
};
