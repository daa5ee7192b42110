import { BrowserWindow, nativeTheme, screen, type Session } from 'electron';
import { isPageUrl, pageUrl } from './page-origin.ts';
import { keepPlacement, placeWindow, readPlacement, smallestWindow } from './window-bounds.ts';

/** The app surface of each theme (renderer/kit/tokens.css), so that no other colour flashes before the page has drawn. */
const surface = (): string => (nativeTheme.shouldUseDarkColors ? '#0f1115' : '#f1f2f5');

/** Locks a session down: no permission, no device, no download, whatever the page or what it shows may ask: a file is saved in a dialog of ours. */
export const lockSession = (session: Session): void => {
  // Copying to the clipboard is the one thing that the page asks for: "Copy as cURL".
  session.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
};

const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
  if (!isPageUrl(event.url)) event.preventDefault();
};

/** Locks what any web contents may do: it stays on the page, opens nothing and embeds nothing. */
export const lockContents = (contents: Electron.WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
};

/** Makes the window; it shows itself when the page has drawn. `folder` is where its place is remembered. */
export const openWindow = (folder: string, preload: string): BrowserWindow => {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((each) => each.id !== primary.id);
  const placement = placeWindow(
    readPlacement(folder),
    [primary, ...others].map((each) => each.workArea),
  );
  const window = new BrowserWindow({
    ...placement.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Hookbench',
    show: false,
    backgroundColor: surface(),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (placement.isMaximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  const onTheme = (): void => window.setBackgroundColor(surface());
  nativeTheme.on('updated', onTheme);
  window.once('closed', () => nativeTheme.off('updated', onTheme));
  window.on('close', () => {
    keepPlacement(folder, { bounds: window.getNormalBounds(), isMaximised: window.isMaximized() });
  });
  // A page that cannot be loaded shows so by itself; there is nobody to tell.
  window.loadURL(pageUrl).catch(() => undefined);
  return window;
};
