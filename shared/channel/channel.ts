import { Type, type Static } from 'typebox';
import type { ReplyRule } from '#shared/channel/reply-rule.ts';
import type { Condition } from '#shared/platforms/setup.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

/** Which ends of a channel Hookbench plays. With both, a whole conversation runs here, offline. */
export const PlayedEnds = Type.Object(
  { platform: Type.Boolean(), app: Type.Boolean() },
  { additionalProperties: false },
);
export type PlayedEnds = Static<typeof PlayedEnds>;

/** A set of values of a channel under a name: dev, test, customer. */
export const Environment = Type.Object({ id: Type.String({ minLength: 1 }), name: Type.String() });
export type Environment = Static<typeof Environment>;

/** How many a channel may have. */
export const mostEnvironments = 50;

/** The one that a new channel has. */
export const firstEnvironment: Environment = { id: 'default', name: 'Default' };

/** The reserved bot id that means: a person types the bot's answers. */
export const byHand = 'by-hand';

/** One configured connection of one platform, as every screen may know it: secrets are named, never shown. */
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly platformId: string;
  readonly plays: PlayedEnds;
  /** The platform's own settings without the secret ones; their shape is the platform's schema. */
  readonly settings: JsonObject;
  /** The names of the secret settings that have a value. */
  readonly secretsSet: readonly string[];
  /** The sets of values that it has; settings, secrets and played ends are those of the active one. */
  readonly environments: readonly Environment[];
  /** The active one. */
  readonly environmentId: string;
  /** Who answers as the bot when we play the platform end: a bot script's id, or `byHand`. */
  readonly botId: string;
  /** The ids of the platform's defects that are switched on. */
  readonly defects: readonly string[];
  /** What our app end replies; the first rule that matches counts. */
  readonly replyRules: readonly ReplyRule[];
  /** What is wrong with the channel as a whole now. */
  readonly condition: Condition | null;
};

/** The messages of one user on one channel. */
export type Conversation = {
  readonly id: string;
  readonly channelId: string;
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
};

/** The id of the conversation that a user has on a channel: the same user comes back to the same one. */
export const conversationIdOf = (channelId: string, userId: string): string =>
  `${channelId}/${encodeURIComponent(wellFormed(userId))}`;

/** The channel of the conversation with this id. */
export const channelIdOf = (conversationId: string): string =>
  conversationId.slice(0, Math.max(0, conversationId.lastIndexOf('/')));

/** The user whose conversation has this id. */
export const userIdOf = (conversationId: string): string => {
  const encoded = conversationId.slice(conversationId.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
};
