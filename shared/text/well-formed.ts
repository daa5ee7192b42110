/** The text with every lone surrogate replaced by U+FFFD, as it would look after a trip over the wire: safe for `encodeURIComponent`. */
export const wellFormed = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));
