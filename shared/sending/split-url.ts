import { mask } from '#shared/channel/redact.ts';

/** An address as a person writes it, with variables or not: scheme and host as `origin`, the rest as `target`. Put together it is the same text. */
export const splitUrl = (url: string): { readonly origin: string; readonly target: string } => {
  const origin = /^(?:https?:\/\/)?[^/?#]*/i.exec(url)?.[0] ?? '';
  return { origin, target: url.slice(origin.length) };
};

/** The address with every value of its query masked, whatever it is. */
export const withoutQueryValues = (url: string): string => {
  const start = url.indexOf('?');
  if (start < 0) return url;
  const pairs = url
    .slice(start + 1)
    .split('&')
    .map((pair) => pair.replace(/=.*/s, `=${mask}`));
  return `${url.slice(0, start)}?${pairs.join('&')}`;
};
