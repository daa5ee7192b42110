import type { Stamp } from '#shared/platforms/context.ts';

/** An id such as Channel Talk gives to users, chats and messages: 24 hexadecimal digits. */
export const freshId = ({ id }: Pick<Stamp, 'id'>): string => id().replaceAll('-', '').slice(-24);
