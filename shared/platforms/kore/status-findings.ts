import type { Finding } from '#shared/exchange/finding.ts';
import { facts, findingOf } from './facts.ts';

const quoted = (errors: readonly string[] | null): string =>
  errors && errors.length > 0
    ? ` It says "${errors.join('; ').slice(0, 300)}".`
    : ' It gives no reason in the form of this channel.';

/** What an answer that refuses may mean, for the person who has to find the cause. `errors` are the texts of its envelope. */
export const statusFindings = (status: number, errors: readonly string[] | null): readonly Finding[] => {
  const at = 'response status';
  const said = quoted(errors);
  if (status === 401)
    return [
      findingOf(
        'error',
        'reply.unauthorized',
        facts.invalidToken,
        `The platform refused the token.${said} It says the same for every cause.`,
        at,
      ),
      findingOf(
        'info',
        'reply.unauthorized.app',
        facts.signature,
        'To check first: client id, client secret and algorithm of the app that is chosen in the channel, without spaces around them.',
        at,
      ),
      findingOf(
        'info',
        'reply.unauthorized.clock',
        facts.expiry,
        'To check next: the clock of this machine, if the token has exp.',
        at,
      ),
      findingOf(
        'info',
        'reply.unauthorized.channel',
        facts.overloaded401,
        'To check then: whether the channel is enabled, approved and published. Just after publishing, a 401 may pass by itself.',
        at,
      ),
    ];
  if (status === 400)
    return [
      findingOf(
        'error',
        'reply.payload',
        facts.invalidPayload,
        `The platform could not use the body.${said} Look at from.id and at message: text on V1, type and val on V2.`,
        at,
      ),
    ];
  if (status === 404)
    return [
      findingOf(
        'error',
        'reply.unknown',
        facts.unknownBot,
        `The platform knows no such address.${said} Compare bot id, webhook instance id and host with the address that Kore.ai shows.`,
        at,
      ),
    ];
  if (status === 412)
    return [
      findingOf(
        'error',
        'reply.anonymous',
        facts.anonymous,
        `The app does not allow anonymous users.${said} Send a registered user as from.id.`,
        at,
      ),
    ];
  if (status === 429)
    return [
      findingOf(
        'error',
        'reply.too-many',
        facts.tooMany,
        `The platform gets too many requests.${said} Wait a moment and send it again.`,
        at,
      ),
    ];
  if (status === 504)
    return [
      findingOf(
        'error',
        'reply.timeout',
        facts.timeout,
        `The bot took longer than the platform waits.${said} Look at what its service nodes wait for.`,
        at,
      ),
    ];
  if (status >= 300 && status < 400)
    return [
      findingOf(
        'error',
        'reply.redirect',
        facts.text,
        `The platform sent us elsewhere (${status}), and redirects are not followed: a token must not go to another place.`,
        at,
      ),
    ];
  return [findingOf('error', 'reply.status', facts.text, `The platform answered ${status}.${said}`, at)];
};

/** A poll found nothing: what waited there is lost. `errors` are the texts of the envelope. */
export const pollGone = (errors: readonly string[] | null): Finding =>
  findingOf(
    'error',
    'reply.poll.gone',
    facts.pollOnce,
    `Nothing waits under this pollId any more.${quoted(errors)} Each answer is delivered once: another poll fetched it, or it has expired.`,
    'response status',
  );
