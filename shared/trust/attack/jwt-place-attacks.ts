import type { Prepared } from '#shared/trust/attack/attack.ts';
import { withToken, type Forge, type JwtAttack } from '#shared/trust/attack/forge.ts';
import { bodyObject, withHeader, withMembers, without, withQuery } from '#shared/trust/attack/place.ts';

const one = (request: Extract<Prepared, { requests: unknown }>['requests'][number]): Prepared => ({
  requests: [request],
});

const bare = ({ control, model }: Forge) => without(control, model.spot);

const inPlace = 'Refused: a token counts only where the channel puts it.';

/** No token, no real one, and a right one where it does not belong. */
export const placeAttacks: readonly JwtAttack[] = [
  {
    id: 'jwt.missing',
    title: 'No token',
    tries: 'The request without its token.',
    expects: 'Refused: nothing says who sends it.',
    forge: async (forge) => one(bare(forge)),
  },
  {
    id: 'jwt.empty',
    title: 'Empty token',
    tries: 'The header with its scheme, and nothing behind it.',
    expects: 'Refused: nothing says who sends it.',
    forge: async (forge) => one(withToken(forge, '')),
  },
  {
    id: 'jwt.no-token',
    title: 'Any text',
    tries: 'A text that is no token in the place of the token.',
    expects: 'Refused: it has no three parts (RFC 7519 §7.2).',
    forge: async (forge) => one(withToken(forge, 'anything')),
  },
  {
    id: 'jwt.undefined',
    title: 'The word undefined',
    tries: 'The word that a careless template writes where it has no token.',
    expects: 'Refused: it is no token.',
    forge: async (forge) => one(withToken(forge, 'undefined')),
  },
  {
    id: 'jwt.no-scheme',
    title: 'Without the scheme',
    tries: 'A valid token without the word before it.',
    expects: 'Refused: the header has the form of RFC 6750 §2.1.',
    forge: async (forge) =>
      forge.model.spot.scheme === undefined
        ? { skipped: 'This channel has no scheme before its token.' }
        : one(withHeader(forge.control, forge.model.spot.name, forge.token)),
  },
  {
    id: 'jwt.other-scheme',
    title: 'Another scheme',
    tries: 'A valid token behind the word Basic.',
    expects: 'Refused: the header has the form of RFC 6750 §2.1.',
    forge: async (forge) =>
      forge.model.spot.scheme === undefined
        ? { skipped: 'This channel has no scheme before its token.' }
        : one(withHeader(forge.control, forge.model.spot.name, `Basic ${forge.token}`)),
  },
  {
    id: 'jwt.in-query',
    title: 'In the query',
    tries: 'A valid token in the query, under the names that people use, and none in its header.',
    expects: `${inPlace} What stands in an address is written into logs (RFC 6750 §5.3).`,
    forge: async (forge) =>
      one(
        withQuery(
          bare(forge),
          ['access_token', 'token', 'jwt', 'authorization'].map((name) => [name, forge.token]),
        ),
      ),
  },
  {
    id: 'jwt.in-body',
    title: 'In the body',
    tries: 'A valid token in the JSON body, under the names that people use, and none in its header.',
    expects: inPlace,
    forge: async (forge) =>
      bodyObject(forge.control)
        ? one(
            withMembers(bare(forge), {
              access_token: forge.token,
              token: forge.token,
              jwt: forge.token,
              authorization: `Bearer ${forge.token}`,
            }),
          )
        : { skipped: 'The request has no JSON body.' },
  },
  {
    id: 'jwt.other-header',
    title: 'In another header',
    tries: 'A valid token in headers of other names, and none in its own.',
    expects: inPlace,
    forge: async (forge) =>
      one(
        ['X-Authorization', 'X-Access-Token', 'Token', 'Proxy-Authorization'].reduce(
          (request, name) => withHeader(request, name, `Bearer ${forge.token}`),
          bare(forge),
        ),
      ),
  },
  {
    id: 'jwt.in-cookie',
    title: 'In a cookie',
    tries: 'A valid token in cookies, under the names that people use, and none in its header.',
    expects: inPlace,
    forge: async (forge) =>
      one(
        withHeader(
          bare(forge),
          'Cookie',
          ['access_token', 'token', 'jwt'].map((each) => `${each}=${forge.token}`).join('; '),
        ),
      ),
  },
];
