import { pathOf, type RawRequest } from '#shared/exchange/raw-http.ts';
import { matchPath, namesChannel } from '#shared/platforms/route.ts';
import type { JsonObject } from '#shared/text/json.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';

type Address = { readonly method: string; readonly path: string };

/** Which named values of a template are not those of the channel. */
const othersIn = ({ path }: Address, target: string, settings: JsonObject): readonly string[] => {
  const values = matchPath(path, pathOf(target)) ?? {};
  return Object.keys(values).filter((name) => path.includes(`{${name}}`) && values[name] !== settings[name]);
};

/** How many parts are in their place, from the left. */
const likeness = ({ path }: Address, target: string): number => {
  const found = pathOf(target).split('/');
  const wanted = path.split('/');
  const differs = wanted.findIndex((each, index) => !each.includes('{') && each !== found[index]);
  return differs < 0 ? wanted.length : differs;
};

const isVersion = (part: string | undefined): boolean => part !== undefined && /^v\d+(\.\d+)*$/.test(part);

const nearestTo = (addresses: readonly Address[], target: string): Address | undefined =>
  addresses.toSorted((a, b) => likeness(b, target) - likeness(a, target))[0];

const noAddress = (nearest: Address, target: string, isFree: boolean): Cause => {
  const at = likeness(nearest, target);
  const wanted = nearest.path.split('/');
  const found = pathOf(target).split('/');
  const isOtherVersion = isVersion(wanted[at]) && isVersion(found[at]);
  const because = isFree
    ? 'The path is none of those that this bench takes for the channel; where the receiver is another program, that is its own affair.'
    : isOtherVersion
      ? 'The path names a version of the API that the channel does not have.'
      : 'The path is not one of the channel.';
  const proof =
    at < wanted.length
      ? `The nearest one is ${nearest.path}, from which it differs in part ${String(at)}.`
      : `The nearest one is ${nearest.path}, and the path has ${found.length > wanted.length ? 'more' : 'fewer'} parts.`;
  return {
    code: 'not-credential.path',
    because,
    proof,
    fix: 'Copy the whole address from the setup of the channel; look for a slash too many and for a version in it.',
    certainty: isFree ? 'possible' : 'proven',
  };
};

/**
 * What is wrong with the address of a request, for an end that answers these; empty where it is one of the channel. `isFree`: who owns
 * the receiver chooses its path, so that another one is no fault by itself. Holds templates of paths only, and nothing of the request.
 */
export const addressCauses = (
  addresses: readonly Address[],
  request: Pick<RawRequest, 'method' | 'target'>,
  settings: JsonObject,
  isFree = false,
): readonly Cause[] => {
  const cause = addressCause(addresses, request, settings, isFree);
  return cause === null ? [] : [cause];
};

const addressCause = (
  addresses: readonly Address[],
  request: Pick<RawRequest, 'method' | 'target'>,
  settings: JsonObject,
  isFree: boolean,
): Cause | null => {
  const { method, target } = request;
  const same = addresses.filter(({ path }) => matchPath(path, pathOf(target)) !== null);
  if (same.length === 0) {
    const nearest = nearestTo(addresses, target);
    return nearest === undefined ? null : noAddress(nearest, target, isFree);
  }
  const named = same.filter(({ path }) => namesChannel(path, matchPath(path, pathOf(target)) ?? {}, settings));
  const [other] = same;
  if (named.length === 0 && other) {
    const names = othersIn(other, target, settings).join(' and ');
    return {
      code: 'not-credential.path',
      because: `The path has the form of the channel, but names another one: the ${names} in it is not that of the settings.`,
      proof: `Read as ${other.path}, the path holds another ${names} than the setting of this name.`,
      fix: `Compare the setting ${names} with the address that is called.`,
      certainty: 'proven',
    };
  }
  if (named.some((each) => each.method === '*' || each.method === method)) return null;
  return {
    code: 'not-credential.path',
    because: 'The address is right, and the method of the request is none that it takes.',
    proof: `It takes ${[...new Set(named.map((each) => each.method))].join(' and ')}.`,
    fix: `Send ${named[0]?.method ?? 'POST'}; a redirect may have made a GET of it.`,
    certainty: 'proven',
  };
};
