import type { BotScript } from '#shared/bot/bot-script.ts';

/** The demo bot's cards, branches and ways to reach a person. Links use the reserved example domain (RFC 2606 §3). */
export const serviceRules: BotScript['rules'] = [
  {
    name: 'Block it',
    when: { pressed: ['card.block', 'yes, block it'] },
    say: [
      { kind: 'text', text: 'Done: the card ending in 9034 is blocked from this moment on.' },
      { kind: 'text', text: 'A new one is on its way to the address that we have. It takes about three working days.' },
      { kind: 'event', name: 'Task ended', detail: 'Block card (Fulfilled)' },
    ],
  },
  {
    name: 'Keep it',
    when: { pressed: ['card.keep', 'no, i have it'] },
    say: [
      { kind: 'text', text: 'Nothing was blocked. Your card works as before.' },
      { kind: 'event', name: 'Task ended', detail: 'Block card (Canceled)' },
    ],
  },
  {
    name: 'Lost or stolen',
    when: {
      pressed: ['card.lost', 'one is not mine'],
      has: ['card lost', 'lost card', 'lost my card', 'stolen', 'block'],
    },
    say: [
      { kind: 'text', text: 'I am sorry to hear that. Let us make it safe at once.' },
      {
        kind: 'quick-replies',
        text: 'Shall I block the card ending in 9034?',
        replies: [
          { title: 'Yes, block it', payload: 'card.block' },
          { title: 'No, I have it', payload: 'card.keep' },
        ],
      },
    ],
  },
  {
    name: 'Order one',
    when: {
      pressed: ['order.meadow', 'order.harbour', 'order.summit', 'order meadow', 'order harbour', 'order summit'],
    },
    say: [
      { kind: 'text', text: 'Good choice! I have filled in the form with what we know about you.' },
      {
        kind: 'buttons',
        text: 'One look from you, and it is ordered.',
        buttons: [
          { title: 'Open the form', action: { kind: 'url', url: 'https://bank.example/order' } },
          { title: 'Show the cards again', action: { kind: 'postback', payload: 'cards' } },
        ],
      },
    ],
  },
  {
    name: 'Cards to choose from',
    when: { pressed: ['cards'], has: ['cards', 'credit card', 'new card', 'carousel'] },
    say: [
      { kind: 'text', text: 'These are the cards that people like best:' },
      {
        kind: 'carousel',
        cards: [
          {
            title: 'Meadow',
            subtitle: 'No yearly fee, for every day',
            url: 'https://bank.example/cards/meadow',
            buttons: [{ title: 'Order Meadow', action: { kind: 'postback', payload: 'order.meadow' } }],
          },
          {
            title: 'Harbour',
            subtitle: '€4 a month, with travel insurance',
            url: 'https://bank.example/cards/harbour',
            buttons: [{ title: 'Order Harbour', action: { kind: 'postback', payload: 'order.harbour' } }],
          },
          {
            title: 'Summit',
            subtitle: '€12 a month, with lounges and a concierge',
            url: 'https://bank.example/cards/summit',
            buttons: [{ title: 'Order Summit', action: { kind: 'postback', payload: 'order.summit' } }],
          },
        ],
      },
    ],
  },
  {
    name: 'Find a branch',
    when: { pressed: ['branches'], has: ['branches', 'branch', 'atm', 'list'] },
    say: [
      {
        kind: 'list',
        cards: [
          {
            title: 'Larkspur Market Square',
            subtitle: 'Open until 18:00',
            buttons: [{ title: 'Route', action: { kind: 'url', url: 'https://bank.example/branches/market-square' } }],
          },
          {
            title: 'Larkspur Old Harbour',
            subtitle: 'Cash machine only, day and night',
            buttons: [{ title: 'Route', action: { kind: 'url', url: 'https://bank.example/branches/old-harbour' } }],
          },
        ],
        buttons: [{ title: 'All branches', action: { kind: 'url', url: 'https://bank.example/branches' } }],
      },
    ],
  },
  {
    name: 'Reach a person',
    when: { pressed: ['contact'], has: ['agent', 'human', 'person', 'contact', 'call', 'phone'] },
    say: [
      {
        kind: 'buttons',
        text: 'Our people are there from Monday to Friday, 8:00 to 20:00.',
        buttons: [
          { title: 'Call us', action: { kind: 'phone', number: '+44 1632 960000' } },
          { title: 'Write to us', action: { kind: 'url', url: 'https://bank.example/contact' } },
          { title: 'Back to the start', action: { kind: 'postback', payload: 'menu' } },
        ],
      },
    ],
  },
];
