/** An address as a person writes it, with variables or not: scheme and host as `origin`, the rest as `target`. Put together it is the same text. */
export const splitUrl = (url: string): { readonly origin: string; readonly target: string } => {
  const origin = /^(?:https?:\/\/)?[^/?#]*/i.exec(url)?.[0] ?? '';
  return { origin, target: url.slice(origin.length) };
};
