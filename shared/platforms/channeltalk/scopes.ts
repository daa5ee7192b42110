/** What a v5 webhook can subscribe to; there is none for chats that are closed or changed. */
export const scopes = [
  'userChat.opened',
  'message.created.userChat',
  'message.created.teamChat',
  'lead.upserted.contact',
  'lead.upserted.subscription',
  'lead.deleted',
  'member.upserted.contact',
  'member.upserted.subscription',
  'member.deleted',
] as const;
export type Scope = (typeof scopes)[number];
