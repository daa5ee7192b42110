import { jsonResponse } from '#shared/exchange/raw-http.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import { defectRule } from '#shared/platforms/defect.ts';
import type { Answer, Delivery, Turn } from '#shared/platforms/dispatch.ts';
import { forBrowsers } from './browsers.ts';
import { facts, findingOf } from './facts.ts';
import { keepMessages } from './message-log.ts';
import { moduleFor } from './modules.ts';
import { rememberOffers } from './offered.ts';
import { snatchBotSettings } from './settings.ts';
import { writeAnswer } from './write-answer.ts';

/** What is refused looks the same whatever the cause; the verdict and the findings say which it was. */
export const refusal = (status: number) => jsonResponse(status, { status: false });

/** Nobody answered within the limit. */
const botTooLate: Delivery = {
  reply: refusal(504),
  messages: [],
  findings: [
    findingOf('error', 'bot.timeout', facts.botTimeout, 'The bot did not answer in time: the caller gets 504.'),
  ],
  thenSend: [],
};

/** The id of the defect that makes the bot miss its limit. */
export const botLateDefect = 'channel.bot-late';

const brokenOnPurpose: Finding = {
  ...findingOf('info', 'bot-late', facts.botTimeout, 'The bot answered, and its answer was dropped on purpose.'),
  rule: `${defectRule}${botLateDefect}`,
};

/** Platform end: the bot's words for the program that sent the message. They can be asked for again with GET. */
export const answerClient = (turn: Turn, answer: Answer | 'timed-out', context: PlatformContext): Delivery => {
  const settings = snatchBotSettings(context.settings);
  const isBroken = context.defects.has(botLateDefect);
  if (answer === 'timed-out' || isBroken)
    return {
      ...botTooLate,
      reply: forBrowsers(botTooLate.reply, settings),
      findings: [...botTooLate.findings, ...(isBroken ? [brokenOnPurpose] : [])],
    };
  const { contents } = answer;
  const { cardPrompt } = settings;
  const { bubbles, cards, suggested } = writeAnswer(contents, {
    postbackAs: 'module',
    cardPrompt,
    moduleOf: (payload, title) => moduleFor(payload, title, context),
  });
  rememberOffers('platform', turn.userId, contents, context);
  keepMessages(turn.userId, bubbles, context);
  return {
    reply: forBrowsers(
      jsonResponse(200, {
        messages: bubbles.map((message) => ({ message, speech: message })),
        cards,
        suggested,
        status: true,
      }),
      settings,
    ),
    messages: contents.filter(({ kind }) => kind !== 'event').map((content) => ({ author: 'bot', content })),
    findings: [],
    thenSend: [],
  };
};
