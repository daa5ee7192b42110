const openable = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Whether an address that a bot sent may be opened: a page, a mail or a phone number, never a script or a file. */
export const opens = (url: string): boolean => {
  try {
    return openable.has(new URL(url).protocol);
  } catch {
    return false;
  }
};
