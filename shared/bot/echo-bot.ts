import type { BotScript } from '#shared/bot/bot-script.ts';

/** Says what it was told: for looking at the wire, without a story in the way. */
export const echoBot: BotScript = {
  id: 'echo-bot',
  name: 'Echo bot',
  rules: [],
  fallback: [{ kind: 'text', text: '{{text}}' }],
};
