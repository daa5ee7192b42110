import { variantsOf, type SecretChange, type SecretVariant } from './jwt-secrets.ts';

const labels = ['CLIENT_SECRET', 'clientSecret', 'client_secret', 'Client Secret', 'Client secret', 'secret', 'SECRET'];

/** With its name copied along, as in a file of variables or on a screen. */
const labelled = (secret: string): readonly SecretChange[] =>
  ['=', ': ', ':'].flatMap((sign) =>
    labels.map((name): SecretChange => [
      'jwt.secret.prefix',
      'signer',
      'with its name before it',
      `${name}${sign}${secret}`,
    ]),
  );

const mostCuts = 44;
const firstCuts = 11;

/** With characters missing at one end; first those lengths at which fields and screens cut, then from the longest. */
const lengthsOf = (secret: string): readonly number[] => {
  const near = [1, 2, 3, 4].map((missing) => secret.length - missing);
  const usual = [8, 16, 20, 24, 32, 36, 40, 48, 50, 63, 64, 72, 100, 128, 255, 256].filter(
    (each) => each < secret.length,
  );
  const all = [
    ...near,
    ...usual,
    ...Array.from({ length: 60 }, (_, at) => secret.length - 5 - at),
    1,
    2,
    3,
    4,
    5,
    6,
    7,
  ];
  return [...new Set(all)].filter((each) => each > 0 && each < secret.length).slice(0, mostCuts);
};

const cut = (secret: string, lengths: readonly number[]): readonly SecretChange[] => {
  return lengths.flatMap((kept): readonly SecretChange[] => {
    const left = secret.length - kept;
    const missing = `${String(left)} character${left === 1 ? '' : 's'}`;
    return [
      ['jwt.secret.prefix', 'signer', `without its last ${missing}`, secret.slice(0, kept)],
      ['jwt.secret.prefix', 'signer', `without its first ${missing}`, secret.slice(left)],
    ];
  });
};

/** The secret with a part of it missing, at the likeliest lengths. */
export const cutVariants = (secret: string): readonly SecretVariant[] =>
  variantsOf(cut(secret, lengthsOf(secret).slice(0, firstCuts)), secret);

/** What takes many tries and is seldom so: its name with it, or cut at any length. */
export const unlikelyVariants = (secret: string): readonly SecretVariant[] =>
  variantsOf([...labelled(secret), ...cut(secret, lengthsOf(secret).slice(firstCuts))], secret);
