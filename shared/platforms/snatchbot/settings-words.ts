/** A setting that matters only where the channel has this feature, or one of these. */
export const onlyFor = (...features: readonly string[]) => ({ only: { field: 'feature', is: features } });

/** Not documented: the form says so. */
export const assumed = { assumed: true };

export const address = {
  pattern: String.raw`^https?://[^\s/?#@]+([/?][^\s#]*)?$`,
  must: 'begin with http:// or https://',
};

export const credential = { expected: { pattern: '^[A-Za-z0-9]{1,55}$', hint: 'up to 55 Latin letters and digits' } };
