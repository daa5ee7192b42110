/** What one file may hold: more is refused before it is looked at. */
export const importLimits = {
  bytes: 64 * 1024 * 1024,
  exchanges: 10_000,
  bodyBytes: 25 * 1024 * 1024,
  headerLines: 2000,
};
