import { bytesOf } from '#shared/exchange/body.ts';
import type { Finding } from '#shared/exchange/finding.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { PlatformContext } from '#shared/platforms/context.ts';
import type { Dispatch, SpokenMessage } from '#shared/platforms/dispatch.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { actedIf } from './defects.ts';
import { writeEnvelope } from './envelope.ts';
import { remember } from './history.ts';
import { payloadWriter } from './payload.ts';
import { webhookAddress } from './paths.ts';
import { chatlayerSettings } from './settings.ts';
import { writeMessages } from './write-message.ts';

/** What one POST to the app carries, and what it says in the conversation. */
type Post = {
  readonly message: JsonObject;
  readonly spoken: readonly SpokenMessage[];
  readonly findings: readonly Finding[];
};

const counterKey = (userId: string): string => `platform/counter/${userId}`;

const nextCounter = (userId: string, { memory }: Pick<PlatformContext, 'memory'>): number => {
  const last = memory.get(counterKey(userId));
  const next = typeof last === 'number' ? last + 1 : 1;
  memory.set(counterKey(userId), next);
  return next;
};

const otherToken = 'NOT-THE-VERIFY-TOKEN-of-this-channel';

const bodyOf = (userId: string, { message }: Post, isIntentKnown: boolean, context: PlatformContext): JsonObject => {
  const { envelope, verifyToken, nlpIntent } = chatlayerSettings(context.settings);
  const { defects } = context;
  const counter = nextCounter(userId, context);
  const token = defects.has('callback.wrong-token') ? otherToken : verifyToken;
  return writeEnvelope(defects.has('callback.e2-envelope') ? 'E2' : envelope, {
    userId,
    message: defects.has('callback.empty') ? {} : message,
    counter: defects.has('callback.no-counter') ? null : counter,
    verifyToken: token === '' || defects.has('callback.no-token') ? null : token,
    nlp: nlpIntent !== '' && isIntentKnown ? { intent: { name: nlpIntent, score: 0.97 } } : null,
  });
};

const envelopeDefects = [
  'callback.wrong-token',
  'callback.no-token',
  'callback.e2-envelope',
  'callback.no-counter',
  'callback.empty',
];

/** The posts of an answer, before they have an envelope. */
const postsOf = (contents: readonly Content[], context: PlatformContext): readonly Post[] => {
  const { payloads } = chatlayerSettings(context.settings);
  const isOther = context.defects.has('callback.other-payload');
  const writePayload = payloadWriter((payloads === 'opaque') === isOther ? 'json' : 'opaque', context);
  const posts = contents.flatMap((content) =>
    writeMessages(content, writePayload).map((message, index) => ({
      message,
      // Where one message becomes several posts, it is said once.
      spoken: index === 0 ? [{ author: 'bot' as const, content }] : [],
      findings: /"payload"/.test(JSON.stringify(message)) ? actedIf('callback.other-payload', context) : [],
    })),
  );
  const [first, ...rest] = posts;
  return first && context.defects.has('callback.event') ? [first, eventPost(context), ...rest] : posts;
};

const eventPost = (context: PlatformContext): Post => ({
  message: { type: 'event', name: 'handover-requested', detail: 'Not for the user' },
  spoken: [{ author: 'bot', content: { kind: 'event', name: 'handover-requested', detail: 'Not for the user' } }],
  findings: actedIf('callback.event', context),
});

/** Platform end: what the bot says, as one POST each to the app. `isIntentKnown`: it answers something that was understood. */
export const callbacksOf = (
  contents: readonly Content[],
  userId: string,
  isIntentKnown: boolean,
  context: PlatformContext,
): readonly Dispatch[] => {
  const { typingDelay, callbackLimit } = chatlayerSettings(context.settings);
  return postsOf(contents, context).map((post, index) => {
    remember({ userId, actor: 'bot', message: post.message }, context);
    return {
      request: {
        ...webhookAddress(context),
        method: 'POST',
        headers: [['Content-Type', 'application/json']],
        body: bytesOf(JSON.stringify(bodyOf(userId, post, isIntentKnown, context))),
        timeLimit: callbackLimit,
      },
      end: 'platform',
      userId,
      messages: post.spoken,
      findings: [...post.findings, ...envelopeDefects.flatMap((id) => actedIf(id, context))],
      after: index === 0 ? 0 : typingDelay,
      purpose: 'callback',
      detail: { attempt: 0 },
    };
  });
};
