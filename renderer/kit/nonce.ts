/** The nonce that the server put into the page for this response, or null where the placeholder was not filled. */
export const cspNonce = (): string | null => {
  const given = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  return given === '' || given.startsWith('__') ? null : given;
};

/**
 * Hands the nonce to the libraries that add a style element at run time: Radix asks this global (get-nonce),
 * and react-resizable-panels looks for a style element that has one.
 */
export const spreadNonce = (): void => {
  const nonce = cspNonce();
  if (nonce === null) return;
  Reflect.set(globalThis, '__webpack_nonce__', nonce);
  const carrier = document.createElement('style');
  carrier.nonce = nonce;
  document.head.append(carrier);
};
