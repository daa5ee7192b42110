import type { BotScript } from '#shared/bot/bot-script.ts';

/** The demo bot's form, picture and text with markup, and what it says when something is sent to it. */
export const formRules: BotScript['rules'] = [
  {
    name: 'Callback form',
    when: { pressed: ['callback'], has: ['call me', 'callback', 'form'] },
    say: [
      {
        kind: 'form',
        formId: 'callback',
        title: 'When may we call you?',
        fields: [
          { id: 'name', label: 'Your name', type: 'text', isRequired: true },
          { id: 'phone', label: 'Phone number', type: 'phone', isRequired: true },
          {
            id: 'time',
            label: 'Best time',
            type: 'choice',
            isRequired: false,
            options: [
              { title: 'In the morning', value: 'morning' },
              { title: 'In the afternoon', value: 'afternoon' },
            ],
          },
        ],
        submit: 'Ask for a call',
      },
    ],
  },
  {
    name: 'Callback form sent',
    when: { event: ['form'] },
    say: [
      { kind: 'text', text: 'Thank you, I have noted: {{text}}.' },
      { kind: 'event', name: 'Task ended', detail: 'Ask for a call (Fulfilled)' },
    ],
  },
  {
    name: 'Map',
    when: { has: ['picture', 'image', 'map'] },
    say: [
      {
        kind: 'media',
        media: 'image',
        url: 'https://bank.example/map.png',
        title: 'Where our branches are',
      },
    ],
  },
  {
    name: 'Something was sent',
    when: { event: ['image', 'video', 'audio', 'file'] },
    say: [{ kind: 'text', text: 'Thank you for the file. A colleague will look at it.' }],
  },
  {
    name: 'Terms',
    when: { has: ['terms', 'fees', 'small print'] },
    say: [
      {
        kind: 'text',
        text: 'An account costs nothing as long as €1,200 come in each month. Read all of it in our terms.',
        spans: [
          { text: 'An account costs ' },
          { text: 'nothing', isBold: true },
          { text: ' as long as ' },
          { text: '€1,200', isItalic: true },
          { text: ' come in each month. Read all of it in ' },
          { text: 'our terms', url: 'https://bank.example/terms' },
          { text: '.' },
        ],
      },
    ],
  },
];
