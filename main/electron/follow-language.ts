import type { Harness, Unsubscribe } from '#shared/contract/harness.ts';
import { languageOf, type Language } from '#shared/session/language.ts';
import type { WatchFrame } from '#shared/session/events.ts';
import type { BenchSettings } from '#shared/session/state.ts';

/** The settings that a frame tells of; null where they did not change. */
const settingsIn = (frame: WatchFrame): BenchSettings | null => {
  if (frame.kind === 'whole') return frame.session.settings;
  const change = frame.events.findLast((event) => event.type === 'settings-changed');
  return change ? change.settings : null;
};

/** Tells the language that the bench speaks, now and whenever it is another one. `preferred` is what the system prefers. */
export const followLanguage = (
  harness: Pick<Harness, 'subscribe'>,
  preferred: readonly string[],
  tell: (language: Language) => void,
): Unsubscribe => {
  let told: Language | null = null;
  return harness.subscribe(null, (frame) => {
    const settings = settingsIn(frame);
    const language = settings && languageOf(settings.language, preferred);
    if (language === null || language === told) return;
    told = language;
    tell(language);
  });
};
