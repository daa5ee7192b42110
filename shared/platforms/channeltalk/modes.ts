import type { Platform } from '#shared/platforms/platform.ts';

/** Conversations that show each way of answering. Buttons of Channel Talk open links, so that words are typed. */
export const modes: Platform['modes'] = [
  {
    id: 'quick-reply',
    title: 'Webhook with quick-reply',
    settings: { answerBy: 'quick-reply' },
    as: 'user',
    steps: [{ gesture: 'start' }, 'Balance', 'Everyday account', 'cards', 'Order Harbour', 'fees'],
  },
  {
    id: 'open-api',
    title: 'Webhook, answered through the Open API',
    settings: { answerBy: 'open-api' },
    as: 'user',
    steps: ['hi', 'Card lost', 'Yes, block it', 'branches', 'contact', 'payments'],
  },
  {
    id: 'v4',
    title: 'Webhook of v4 with quick-reply',
    settings: { answerBy: 'quick-reply', apiVersion: 'v4' },
    as: 'user',
    steps: ['hi', 'Payments', 'cards', 'Order Summit'],
  },
];
