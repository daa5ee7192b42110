import type { Dictionary, Translations } from '../words.ts';
import { faults } from './faults.ts';
import { channels } from './channels.ts';
import { composer } from './composer.ts';
import { conversation } from './conversation.ts';
import { defects } from './defects.ts';
import { form } from './form.ts';
import { kit } from './kit.ts';
import { names } from './names.ts';
import { replyRules } from './reply-rules.ts';
import { benchSettings, settingGroups, settings } from './settings.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';
import { shortcuts } from './shortcuts.ts';
import { units } from './units.ts';

export const korean: Dictionary = {
  channels,
  composer,
  conversation,
  defects,
  form,
  kit,
  names,
  replyRules,
  settings,
  setup,
  shell,
  shortcuts,
  units,
};

export const koreanTranslations: Translations = { faults, settings: benchSettings, settingGroups };
