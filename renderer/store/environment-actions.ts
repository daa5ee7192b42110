import type { Channel } from '#shared/channel/channel.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { attempt, refusalOf, type Bench } from './attempt.ts';
import { tell } from './told.ts';
import { offerUndo } from './undo.ts';

type OneOf = { readonly channelId: string; readonly environmentId: string };

const nameIn = (channel: Channel | undefined, environmentId: string): string =>
  channel?.environments.find(({ id }) => id === environmentId)?.name ?? '';

export const createEnvironmentActions = ({ harness, store }: Bench) => {
  const nameOf = ({ channelId, environmentId }: OneOf): string =>
    nameIn(
      store.getState().session?.channels.find(({ id }) => id === channelId),
      environmentId,
    );
  return {
    /** Begins as a copy of the active one, which stays active. Returns what is wrong with the name. */
    addEnvironment: (channelId: string, name: string): Promise<Fault | null> =>
      refusalOf(async () => {
        await harness.addEnvironment({ channelId, name });
        tell(store, { says: ({ environments }) => environments.added(name) });
      }),

    renameEnvironment: (one: OneOf, name: string): Promise<Fault | null> =>
      refusalOf(async () => {
        await harness.renameEnvironment({ ...one, name });
      }),

    switchEnvironment: (one: OneOf) =>
      attempt(store, async () => {
        const name = nameOf(one);
        await harness.switchEnvironment({ ...one });
        tell(store, { says: ({ environments }) => environments.switched(name) });
      }),

    removeEnvironment: (one: OneOf) =>
      attempt(store, async () => {
        const name = nameOf(one);
        const { undoId } = await harness.removeEnvironment({ ...one });
        const bringBack = () => harness.undo({ undoId });
        const from = `environment ${one.environmentId}`;
        offerUndo(store, ({ environments }) => environments.removed(name), { from, bringBack });
      }),
  };
};
