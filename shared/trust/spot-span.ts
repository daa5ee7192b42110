import { percentDecoded } from '#shared/trust/credential-spot.ts';
import type { CredentialSpot } from '#shared/trust/trust-model.ts';

type Span = { readonly from: number; readonly to: number };

/**
 * Where in a request target the text of a credential stands as it is written there (UTF-16 units), by the rules by which `readSpot` reads
 * it; null where it does not stand in the target.
 */
export const spotSpan = (target: string, spot: CredentialSpot): Span | null => {
  if (spot.in === 'query') return querySpan(target, spot.name);
  return spot.in === 'path' ? pathSpan(target, spot) : null;
};

const querySpan = (target: string, name: string): Span | null => {
  const start = target.indexOf('?');
  if (start < 0) return null;
  let at = start + 1;
  for (const pair of target.slice(at).split('&')) {
    const [written = ''] = pair.split('=', 1);
    if (written !== pair && percentDecoded(written.replaceAll('+', ' ')) === name)
      return { from: at + written.length + 1, to: at + pair.length };
    at += pair.length + 1;
  }
  return null;
};

const pathSpan = (target: string, { template, name }: Extract<CredentialSpot, { in: 'path' }>): Span | null => {
  const [path = ''] = target.split(/[?#]/, 1);
  const wanted = template.split('/');
  const found = path.split('/');
  const index = wanted.findIndex((each) => each.endsWith(`{${name}}`) || each.endsWith(`{*${name}}`));
  const isAnother = wanted.slice(0, index).some((each, at) => !each.includes('{') && each !== found[at]);
  const segment = found[index];
  if (index < 0 || isAnother || segment === undefined) return null;
  const before = wanted[index]?.slice(0, wanted[index].indexOf('{')) ?? '';
  const from = found.slice(0, index).join('/').length + (index > 0 ? 1 : 0);
  // Without the letters that go before it, all of it may be the secret.
  return { from: from + (segment.startsWith(before) ? before.length : 0), to: from + segment.length };
};
