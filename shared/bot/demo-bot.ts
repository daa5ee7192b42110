import type { BotScript } from '#shared/bot/bot-script.ts';
import { accountRules } from '#shared/bot/demo-bot-accounts.ts';
import { formRules } from '#shared/bot/demo-bot-forms.ts';
import { serviceRules } from '#shared/bot/demo-bot-service.ts';

const mainReplies = [
  { title: 'Balance', payload: 'balance' },
  { title: 'Card lost', payload: 'card.lost' },
  { title: 'Our cards', payload: 'cards' },
  { title: 'Payments', payload: 'payments' },
];

/** A bank's assistant for demonstrations: every name, number and amount is invented, and each kind of message has its place. */
export const demoBot: BotScript = {
  id: 'demo-bot',
  name: 'Demo bot (Larkspur Bank)',
  rules: [
    {
      name: 'Welcome',
      when: {
        is: ['hi', 'hello', 'hey', 'start', 'menu', 'good morning', 'good afternoon', 'good evening', 'hallo', 'hola'],
        starts: ['hi ', 'hello ', 'hey '],
        pressed: ['menu', 'back to the start'],
        event: ['start'],
      },
      say: [
        {
          kind: 'quick-replies',
          text: 'Hello! I am Mia, the assistant of Larkspur Bank. What can I do for you?',
          replies: mainReplies,
        },
      ],
    },
    ...accountRules,
    ...formRules,
    ...serviceRules,
    {
      name: 'What the bot can do',
      when: { is: ['help', '?'], has: ['help', 'what can you do'] },
      say: [
        { kind: 'text', text: 'Here is what I can do. Type a word, or press one below.' },
        {
          kind: 'table',
          columns: ['Type', 'What you see'],
          rows: [
            ['balance', 'buttons, then several messages and the end of a task'],
            ['payments', 'a table'],
            ['cards', 'a carousel'],
            ['card lost', 'quick replies that go on step by step'],
            ['branches', 'a list'],
            ['contact', 'buttons that open a link or a phone number'],
            ['call me', 'a form'],
            ['picture', 'an image'],
            ['fees', 'text with markup'],
          ],
        },
        { kind: 'quick-replies', text: 'Where shall we start?', replies: mainReplies },
      ],
    },
    {
      name: 'Thanks',
      when: { has: ['thanks', 'thank you', 'thx', 'danke', 'gracias'] },
      say: [{ kind: 'text', text: 'You are welcome. Is there anything else?' }],
    },
    {
      name: 'Goodbye',
      when: { is: ['no', 'nope'], has: ['bye', 'goodbye', 'see you'], event: ['close'] },
      say: [{ kind: 'text', text: 'Goodbye, and have a good day. Say "hi" whenever you need me again.' }],
    },
  ],
  fallback: [
    { kind: 'text', text: 'I did not understand "{{text}}". I am a small demo bot: I know a few words only.' },
    {
      kind: 'quick-replies',
      text: 'Type "help" to see them all, or press one of these:',
      replies: [...mainReplies, { title: 'Help', payload: 'help' }],
    },
  ],
};
