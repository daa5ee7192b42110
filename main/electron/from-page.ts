import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { isPageUrl } from './page-origin.ts';

/** Whether a message comes from the page itself: our window's main frame, on our origin. */
export const isFromPage = (event: IpcMainEvent | IpcMainInvokeEvent, contents: WebContents | null): boolean => {
  const frame = event.senderFrame;
  return (
    contents !== null &&
    event.sender.id === contents.id &&
    frame !== null &&
    frame.parent === null &&
    isPageUrl(frame.url)
  );
};
