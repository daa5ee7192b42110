import type { BenchSettings } from '#shared/session/state.ts';
import { attempt, type Bench } from './attempt.ts';
import { createBenchSettingsActions } from './bench-settings.ts';
import { createChannelActions } from './channel-actions.ts';
import { createBotActions } from './bot-actions.ts';
import { createCheckupActions } from './checkups/checkup-actions.ts';
import { createCompareActions } from './compare/compare-actions.ts';
import { createConversationActions } from './conversation-actions.ts';
import { createDemoActions } from './demo/demo-actions.ts';
import { browserClock, type Clock } from './demo/live-turn.ts';
import { createBurstActions } from './editor/burst-actions.ts';
import { createEditorActions } from './editor/editor-actions.ts';
import { createPayloadActions } from './editor/payload-actions.ts';
import { createEnvironmentActions } from './environment-actions.ts';
import { noDesk, type DeskDoor } from './files/desk-door.ts';
import { createFileActions } from './files/file-actions.ts';
import { beforeNextPicture, createFrameQueue, foldFrames, type Schedule } from './frames.ts';
import { createInspectActions } from './inspect/inspect-actions.ts';
import { createTraceActions } from './inspect/trace-actions.ts';
import { createListingActions } from './listing/listing-actions.ts';
import { foldListing } from './listing/listing-events.ts';
import { readListing } from './listing/read-listing.ts';
import { keep, type InspectorTab, type Pane } from './remember.ts';
import { changeView, type BenchStore, type DialogShown, type Link, type View } from './store.ts';
import { createExportActions } from './share/export-actions.ts';
import { createSearchActions } from './search/search-actions.ts';
import { createTrafficActions } from './traffic-actions.ts';
import { createTransferActions } from './transfer-actions.ts';
import { createTrustActions } from './trust-actions.ts';
import { undo } from './undo.ts';

const createPageActions = ({ harness, store }: Bench) => ({
  showDialog: (dialog: DialogShown | null) => changeView(store, { dialog }),
  dismissTold: () => changeView(store, { told: null }),
  /** Brings back what was removed last, where it still can be. */
  undoLast: async () => {
    const last = store.getState().view.undoables.at(-1);
    if (last) await undo(store, last);
  },
  showTab: (tab: InspectorTab) => changeView(store, ({ remembered }) => ({ remembered: { ...remembered, tab } })),
  showPane: (pane: Pane) => changeView(store, ({ remembered }) => ({ remembered: { ...remembered, pane } })),
  noteRoom: (isNarrow: boolean) => changeView(store, { isNarrow }),
  widenTraffic: (isTrafficWide: boolean) =>
    changeView(store, ({ remembered }) => ({ remembered: { ...remembered, isTrafficWide } })),
  showChannels: (areChannelsShown: boolean) =>
    changeView(store, ({ remembered }) => ({ remembered: { ...remembered, areChannelsShown } })),
  rememberLayout: (group: string, layout: Readonly<Record<string, number>>) =>
    changeView(store, ({ remembered }) => ({
      remembered: { ...remembered, layouts: { ...remembered.layouts, [group]: { ...layout } } },
    })),
  changeTheme: (theme: BenchSettings['theme']) => changeLook({ harness, store }, { theme }),
  changeLanguage: (language: BenchSettings['language']) => changeLook({ harness, store }, { language }),
  rememberFind: (id: string) =>
    changeView(store, ({ remembered }) => ({
      remembered: { ...remembered, recent: [id, ...remembered.recent.filter((each) => each !== id)].slice(0, 8) },
    })),
  rememberZoom: (zoom: number) => changeView(store, ({ remembered }) => ({ remembered: { ...remembered, zoom } })),
  listenOn: (port: number) => attempt(store, () => harness.startListening({ port })),
});

/** Everything that a person can do on the page. */
export const createActions = (bench: Bench, clock: Clock = browserClock, desk: DeskDoor = noDesk) => ({
  ...createPageActions(bench),
  ...createBenchSettingsActions(bench),
  ...createChannelActions(bench),
  ...createBotActions(bench),
  ...createCheckupActions(bench),
  ...createCompareActions(bench),
  ...createConversationActions(bench),
  ...createEnvironmentActions(bench),
  ...createTransferActions(bench),
  ...createDemoActions(bench, clock),
  ...createEditorActions(bench),
  ...createPayloadActions(bench),
  ...createBurstActions(bench),
  ...createTrafficActions(bench),
  ...createInspectActions(bench),
  ...createTraceActions(bench),
  ...createListingActions(bench),
  ...createSearchActions(bench),
  ...createTrustActions(bench),
  ...createExportActions(bench),
  ...createFileActions(bench, desk),
});
export type Actions = ReturnType<typeof createActions>;

export const reportLink = (store: BenchStore, link: Link): void => store.setState({ link });

/** Follows the harness: frames are folded once for each picture, and the first one proves the wire. */
export const follow = ({ harness, store }: Bench, schedule: Schedule = beforeNextPicture): (() => void) => {
  const push = createFrameQueue((frames) => {
    store.setState(({ session, link, view }) => {
      const next = foldFrames(session, frames);
      return {
        session: next,
        link: link.state === 'connecting' ? { state: 'connected' } : link,
        view: {
          // A bundle has no settings: the page looks as it did.
          ...(next && next.openedBundle === null ? rememberingLook(view, next.settings) : view),
          listing: foldListing(view.listing, frames),
        },
      };
    });
  }, schedule);
  const stopReading = readListing({ harness, store });
  const unsubscribe = harness.subscribe(null, push);
  return () => {
    unsubscribe();
    stopReading();
  };
};

/** The look is a setting of the bench; where there is none, the page keeps it for itself. */
const changeLook = ({ harness, store }: Bench, look: Partial<Pick<BenchSettings, 'theme' | 'language'>>) => {
  if (!store.getState().session?.openedBundle) return attempt(store, () => harness.changeSettings(look));
  changeView(store, ({ remembered }) => ({ remembered: { ...remembered, ...look } }));
  return Promise.resolve(true);
};

/** How the page looks and in which language it speaks is remembered, so that the first picture of the next visit is right. */
const rememberingLook = (view: View, { theme, language }: BenchSettings): View =>
  theme === view.remembered.theme && language === view.remembered.language
    ? view
    : { ...view, remembered: { ...view.remembered, theme, language } };

/** Keeps what is to be remembered whenever it changes. */
export const keepRemembered = (store: BenchStore, storage: Pick<Storage, 'setItem'>): (() => void) =>
  store.subscribe((state, before) => {
    if (state.view.remembered !== before.view.remembered) keep(storage, state.view.remembered);
  });
