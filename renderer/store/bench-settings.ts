import { issuesOf } from '#shared/contract/input-issues.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { BenchSettings } from '#shared/session/state.ts';
import type { Translations, Words } from '#renderer/words/words.ts';
import { faultOf, type Bench } from './attempt.ts';
import { fieldsOf, readDraft, unreadable, type Draft, type Field, type Refused } from './settings-form.ts';
import { faultText } from './say-fault.ts';
import { changeView } from './store.ts';

/** Everything that can be set for the whole bench. */
export const benchFields: readonly Field[] = fieldsOf(BenchSettings, '');

/** The same in the language of the screen. */
export const spokenBenchFields = ({ translations }: Pick<Words, 'translations'>): readonly Field[] =>
  translations ? benchFields.map((field) => spoken(field, translations)) : benchFields;

const spoken = (field: Field, { settings, settingGroups }: Translations): Field => {
  const { title, description = '', unit, choices = {} } = settings[field.name as keyof BenchSettings];
  return {
    ...field,
    title,
    description,
    group: settingGroups[field.group] ?? field.group,
    unit: field.unit && unit !== undefined ? { ...field.unit, name: unit } : field.unit,
    choices: field.choices.map((choice) => ({ ...choice, title: choices[choice.value] ?? choice.title })),
  };
};

/** A port that cannot be had is something wrong with the field that named it. */
const besideThePort = (refused: Fault, words: Words): Refused =>
  refused.code === 'port.taken' || refused.code === 'port.refused'
    ? unreadable([{ path: '/port', message: faultText(refused, words) }])
    : refused;

export const createBenchSettingsActions = ({ harness, store }: Bench) => ({
  /**
   * Changes what differs from the settings that are in force, and closes the dialog. A new port is moved to first, because only that
   * can be refused once the rest is read. Returns why it was refused, for the form to show.
   */
  saveSettings: async (draft: Draft, words: Words): Promise<Refused | null> => {
    const { session } = store.getState();
    if (!session) return null;
    const read = readDraft(benchFields, draft, words.form);
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
      return besideThePort(faultOf(error), words);
    }
  },
});
