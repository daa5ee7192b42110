import { body } from './body.ts';
import { bots } from './bots.ts';
import { burst } from './burst.ts';
import { channels } from './channels.ts';
import { checkup } from './checkup.ts';
import { commands } from './commands.ts';
import { compare } from './compare.ts';
import { composer } from './composer.ts';
import { contents } from './contents.ts';
import { conversation } from './conversation.ts';
import { defects } from './defects.ts';
import { editor } from './editor.ts';
import { demo } from './demo.ts';
import { environments } from './environments.ts';
import { exporting } from './exporting.ts';
import { form } from './form.ts';
import { importing } from './importing.ts';
import { forms } from './forms.ts';
import { picture } from './picture.ts';
import { raw } from './raw.ts';
import { headers } from './headers.ts';
import { inspector } from './inspector.ts';
import { kit } from './kit.ts';
import { mint } from './mint.ts';
import { names } from './names.ts';
import { outcomes } from './outcomes.ts';
import { replay } from './replay.ts';
import { palette } from './palette.ts';
import { rules } from './rules.ts';
import { payloads } from './payloads.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';
import { shortcuts } from './shortcuts.ts';
import { timing } from './timing.ts';
import { trace } from './trace.ts';
import { traffic } from './traffic.ts';
import { trust } from './trust.ts';
import { status } from './status.ts';
import { units } from './units.ts';
import { whatIf } from './what-if.ts';

export const english = {
  body,
  bots,
  burst,
  channels,
  checkup,
  commands,
  compare,
  composer,
  contents,
  conversation,
  defects,
  editor,
  demo,
  environments,
  exporting,
  form,
  importing,
  forms,
  picture,
  raw,
  headers,
  inspector,
  kit,
  mint,
  names,
  outcomes,
  replay,
  palette,
  rules,
  payloads,
  search,
  settings,
  setup,
  shell,
  shortcuts,
  timing,
  trace,
  traffic,
  trust,
  status,
  units,
  whatIf,
};
