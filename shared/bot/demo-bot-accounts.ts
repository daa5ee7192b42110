import type { BotScript } from '#shared/bot/bot-script.ts';

const anythingElse = {
  kind: 'quick-replies' as const,
  text: 'Anything else?',
  replies: [
    { title: 'Latest payments', payload: 'payments' },
    { title: 'Back to the start', payload: 'menu' },
  ],
};

/** The demo bot's accounts and payments. */
export const accountRules: BotScript['rules'] = [
  {
    name: 'Everyday money',
    when: { pressed: ['balance.everyday', 'everyday account'] },
    say: [
      { kind: 'text', text: 'Everyday account ending in 4821' },
      { kind: 'text', text: 'Available now: €2,481.90 (booked: €2,530.00)' },
      anythingElse,
      { kind: 'event', name: 'Task ended', detail: 'Show balance (Fulfilled)' },
    ],
  },
  {
    name: 'Savings',
    when: { pressed: ['balance.savings', 'savings account'] },
    say: [
      { kind: 'text', text: 'Savings account ending in 0377' },
      { kind: 'text', text: 'Balance: €18,250.00, with interest of €91.25 so far this year.' },
      anythingElse,
      { kind: 'event', name: 'Task ended', detail: 'Show balance (Fulfilled)' },
    ],
  },
  {
    name: 'Which account',
    when: { is: ['account', 'accounts'], pressed: ['balance'], has: ['balance', 'how much money', 'my account'] },
    say: [
      {
        kind: 'buttons',
        text: 'Which account would you like to see?',
        buttons: [
          { title: 'Everyday account', action: { kind: 'postback', payload: 'balance.everyday' } },
          { title: 'Savings account', action: { kind: 'postback', payload: 'balance.savings' } },
        ],
      },
    ],
  },
  {
    name: 'Latest transactions',
    when: { pressed: ['payments'], has: ['payments', 'transactions', 'latest payments'] },
    say: [
      {
        kind: 'table',
        text: 'Your latest payments from the account ending in 4821:',
        columns: ['Date', 'To or from', 'Amount'],
        rows: [
          ['18 Nov', 'Bramble & Co. Grocers', '−€48.20'],
          ['17 Nov', 'Tidewater Rail', '−€31.90'],
          ['15 Nov', 'Salary, Quillmark Ltd.', '+€3,120.00'],
          ['14 Nov', 'Corner Bakery Thistle', '−€6.40'],
        ],
      },
      {
        kind: 'quick-replies',
        text: 'Is one of these not yours?',
        replies: [
          { title: 'All fine', payload: 'payments.fine' },
          { title: 'One is not mine', payload: 'card.lost' },
        ],
      },
    ],
  },
  {
    name: 'Transactions are fine',
    when: { pressed: ['payments.fine', 'all fine'] },
    say: [
      { kind: 'text', text: 'Good to hear. I keep an eye on them with you.' },
      { kind: 'event', name: 'Task ended', detail: 'Latest payments (Fulfilled)' },
    ],
  },
];
