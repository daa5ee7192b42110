import { emptySession as emptySessionOf } from '#shared/session/empty-session.ts';
import type { Session } from '#shared/session/state.ts';

/** A session in which nothing has happened yet. */
export const emptySession: Session = emptySessionOf({
  version: '0.0.0',
  shell: 'served',
  secretsKept: 'file',
  dataFolder: '/nowhere',
});
