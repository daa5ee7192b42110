import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './kit/tokens.css';
import './kit/base.css';
import './kit/forced-colors.css';
import { createRoot } from 'react-dom/client';
import type { ShellBridge } from '#shared/contract/shell.ts';
import { connectHarness } from '#shared/contract/transport.ts';
import { spreadNonce } from './kit/nonce.ts';
import { DeskView } from './shell/desk-view.tsx';
import { Refusal } from './shell/refusal.tsx';
import { createScreen } from './shell/screen.ts';
import { followTheme } from './shell/theme.ts';
import { follow, keepRemembered, reportLink } from './store/actions.ts';
import { createDesk } from './store/files/desk.ts';
import { recall } from './store/remember.ts';
import { createBenchStore } from './store/store.ts';
import { chooseTransport } from './transport/choose-transport.ts';
import { Speaking } from './words/use-words.tsx';

declare global {
  interface Window {
    readonly hookbench?: ShellBridge;
  }
}

spreadNonce();
const store = createBenchStore(recall(localStorage));
// Before the first picture, so that a dark page never flashes light.
followTheme(store.getState().view.remembered.theme)();
const transport = chooseTransport(window, (news) => reportLink(store, news));
const place = document.querySelector('#page');
if (!place) throw new Error('The page has no place to be drawn in.');
const root = createRoot(place);

if ('code' in transport) {
  root.render(
    <Speaking language={store.getState().view.remembered.language}>
      <Refusal fault={transport} />
    </Speaking>,
  );
} else {
  const harness = connectHarness(transport.wire);
  const screen = createScreen(window.hookbench);
  const desk = createDesk({ harness, store });
  keepRemembered(store, localStorage);
  follow({ harness, store });
  // What the platforms know is half of the page: it comes while the session is on its way.
  const [{ platforms }, { botScripts }] = await Promise.all([
    import('#shared/platforms/registry.ts'),
    import('#shared/bot/bot-scripts.ts'),
  ]);
  root.render(<DeskView desk={desk} catalogue={{ platforms, botScripts }} screen={screen} onMenu={transport.onMenu} />);
}
