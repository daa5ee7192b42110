import { issuesOf } from '#shared/contract/input-issues.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { BenchSettings } from '#shared/session/state.ts';
import { faultOf, type Bench } from './attempt.ts';
import { fieldsOf, readDraft, unreadable, type Draft, type Field, type Refused } from './settings-form.ts';
import { changeView } from './store.ts';

/** Everything that can be set for the whole bench. */
export const benchFields: readonly Field[] = fieldsOf(BenchSettings, '');

/** A port that cannot be had is something wrong with the field that named it. */
const besideThePort = (refused: Fault): Refused =>
  refused.code === 'port.taken' || refused.code === 'port.refused'
    ? unreadable([{ path: '/port', message: `${refused.message} ${refused.next}` }])
    : refused;

export const createBenchSettingsActions = ({ harness, store }: Bench) => ({
  /**
   * Changes what differs from the settings that are in force, and closes the dialog. A new port is moved to first, because only that
   * can be refused once the rest is read. Returns why it was refused, for the form to show.
   */
  saveSettings: async (draft: Draft): Promise<Refused | null> => {
    const { session } = store.getState();
    if (!session) return null;
    const read = readDraft(benchFields, draft);
    if (!read.ok) return unreadable(read.issues);
    const issues = issuesOf(BenchSettings, read.settings);
    if (issues.length > 0) return unreadable(issues);
    const { port, ...rest } = read.settings as unknown as BenchSettings;
    const changes = Object.entries(rest).filter(
      ([name, value]) => session.settings[name as keyof BenchSettings] !== value,
    );
    try {
      if (port !== session.settings.port) {
        if (session.listening.state === 'off') await harness.changeSettings({ port });
        else await harness.startListening({ port });
      }
      if (changes.length > 0) await harness.changeSettings(Object.fromEntries(changes));
      changeView(store, { dialog: null });
      return null;
    } catch (error) {
      return besideThePort(faultOf(error));
    }
  },
});
