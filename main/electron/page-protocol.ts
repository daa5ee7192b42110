import { protocol, type Session } from 'electron';
import { answerPageRequest, isPageUrl, pageScheme } from './page-origin.ts';

/** Has to run before the app is ready. The page needs no fetch, no service worker and no CORS exception: it gets none. */
export const declarePageScheme = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true } }]);
};

/** Serves the page, and refuses every other request of the window: nothing is ever fetched from a network. */
export const servePage = (session: Session, folder: string): void => {
  session.protocol.handle(pageScheme, (request) => answerPageRequest(folder, request));
  session.webRequest.onBeforeRequest((details, decide) => {
    const isOurs = isPageUrl(details.url) || details.url.startsWith('data:') || details.url.startsWith('devtools:');
    decide({ cancel: !isOurs });
  });
};
