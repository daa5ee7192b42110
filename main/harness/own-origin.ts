/** Whether this scheme and authority is where this bench listens; null: it does not listen. */
export const isOwnOrigin = (origin: string, own: string | null): boolean =>
  own !== null && (origin === own || origin === own.replace('//127.0.0.1:', '//localhost:'));
